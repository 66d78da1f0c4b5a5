package com.optiply.picqer.bench;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.optiply.picqer.sandbox.Sandbox;
import com.optiply.picqer.sandbox.SandboxOptions;
import com.optiply.picqer.sandbox.ShopOptions;
import com.optiply.picqer.sandbox.optiply.OptiplyAccount;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import com.optiply.picqer.sandbox.optiply.OptiplySimulator;
import com.optiply.picqer.sandbox.world.Worlds;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A JVM with a sandbox in it: its heap and its CPU must not count as ours. */
final class SandboxProcess {
    /** What it is told first; it answers with its {@link Addresses}. */
    record Setup(int products) {}

    /** What it is told then; it answers with a {@link Tally}. */
    record Order(Kind kind, long account, long latencyMillis) {
        static Order fresh(long account, Duration latency) {
            return new Order(Kind.FRESH, account, latency.toMillis());
        }

        static Order secondSuppliers(long account) {
            return new Order(Kind.SECOND_SUPPLIERS, account, 0);
        }

        static Order tally(long account, Duration latency) {
            return new Order(Kind.TALLY, account, latency.toMillis());
        }
    }

    enum Kind {
        /** Empties Optiply and adds an account. */
        FRESH,
        /** Gives every product in Optiply a second supplier, as its users would. */
        SECOND_SUPPLIERS,
        /** Tells what came since it was last asked, and counts from zero. */
        TALLY
    }

    private final Sandbox sandbox;
    private final OptiplySimulator optiply;

    private SandboxProcess(Sandbox sandbox, OptiplySimulator optiply) {
        this.sandbox = sandbox;
        this.optiply = optiply;
    }

    public static void main(String[] arguments) throws IOException {
        ParentLine.hold(parent -> {
            Setup setup = parent.read(Setup.class);
            try (Sandbox sandbox = Sandbox.start(SandboxOptions.DEFAULTS.loggingAtMost(0))) {
                SandboxProcess process = open(sandbox, setup.products());
                parent.answer(addresses(sandbox));
                parent.serve(Order.class, process::carryOut);
            }
        });
    }

    private static SandboxProcess open(Sandbox sandbox, int products) {
        sandbox.addShop(
                BenchAccount.SHOP, ShopOptions.of(Worlds.plain(products)).unlimited());
        OptiplySimulator optiply = new OptiplySimulator(sandbox.optiplyUri(), Clock.systemUTC(), 1);
        sandbox.mountOptiply(optiply);
        return new SandboxProcess(sandbox, optiply);
    }

    private static Addresses addresses(Sandbox sandbox) {
        return new Addresses(sandbox.picqerUri(BenchAccount.SHOP), sandbox.optiplyUri(), sandbox.optiplyTokenUri());
    }

    private Tally carryOut(Order order) {
        if (order.kind() == Kind.FRESH) {
            addFresh(new BenchAccount(order.account()));
        }
        if (order.kind() == Kind.SECOND_SUPPLIERS) {
            addSecondSuppliers(optiply.account(order.account()));
        }
        Tally tally = tally(order.account());
        sandbox.log().clear();
        sandbox.latency(Duration.ofMillis(order.latencyMillis()));
        return tally;
    }

    private void addFresh(BenchAccount account) {
        optiply.reset();
        optiply.addAccount(account.id(), account.customer().value(), account.credentials(), account.coupling());
    }

    private static void addSecondSuppliers(OptiplyAccount account) {
        Map<String, Long> suppliers = account.all("suppliers").stream()
                .collect(toMap(supplier -> supplier.attributes().path("name").asText(), OptiplyRecord::id));
        List<OptiplyRecord> products = account.all("products");
        for (OptiplyRecord product : products) {
            int number = Ours.number(product.attributes().path("skuCode").asText());
            long second = suppliers.get("Supplier " + ImportStage.secondSupplier(number, products.size()));
            account.createByUser(
                    "supplierProducts",
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("name", "second")
                            .put("productId", product.id())
                            .put("supplierId", second));
        }
    }

    private Tally tally(long account) {
        Map<String, Long> counters = sandbox.log().counters();
        String records = sandbox.optiplyUri().getPath();
        long writes = counters.entrySet().stream()
                .filter(asked -> !asked.getKey().startsWith("GET "))
                .filter(asked -> asked.getKey().contains(" " + records + "/"))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new Tally(
                optiply.account(account).count("products"), sandbox.log().total(), writes);
    }
}
