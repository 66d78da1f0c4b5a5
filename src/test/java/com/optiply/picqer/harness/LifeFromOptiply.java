package com.optiply.picqer.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.filedrop.DropFolders;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import com.optiply.picqer.store.row.DropId;
import com.optiply.picqer.store.row.DropPurpose;
import com.optiply.picqer.sync.run.Flow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** An order, edits and a deletion that people make in Optiply, and a list that they drop: the flows back. */
final class LifeFromOptiply implements SmallLife {
    private static final Flow[] FLOWS = {Flow.PURCHASE_ORDERS, Flow.COMPARISON, Flow.SUPPLIER_IMPORT};
    private static final String LIST = "list.csv";
    private static final long SEED = 1;

    private final SyncWorld world;
    private final SmallShop shop;
    private final SentSoFar sent;
    private final Buyers buyers;
    private final DropFolders folders;

    /** Everything of Picqer's is in Optiply, and a list is about to be read. */
    LifeFromOptiply(SyncWorld world) {
        this.world = world;
        shop = new SmallShop(world);
        sent = new SentSoFar(world);
        folders = new DropFolders(world.home().resolve("drop"), SyncSetup.ACME.value());
        world.run(SmallShop.FLOWS);
        buyers = new Buyers(world);
        makePair();
        drop();
        world.sandbox().log().clear();
    }

    /** The list can choose only among suppliers of the product that Optiply has. */
    private void makePair() {
        world.account()
                .createByUser(
                        "supplierProducts",
                        fields().put("name", "by hand")
                                .put("productId", chosenProduct().id())
                                .put("supplierId", chosenSupplier().id())
                                .put("status", "enabled"));
    }

    /** As the file is once it has been taken out of its folder. */
    private void drop() {
        Path file = world.home().resolve(LIST);
        try {
            Files.writeString(
                    file,
                    "skuCode,supplierName,preferred\n%s,%s,TRUE\n"
                            .formatted(
                                    chosenProduct().attributes().path("skuCode").asText(), SmallShop.SUPPLIER));
            DropId id = world.engine().store().durably(tx -> tx.droppedFiles()
                    .add(
                            SyncSetup.ACME,
                            LIST,
                            DropPurpose.APPLY,
                            Clock.systemUTC().instant()));
            folders.copy(file, id.value(), LIST);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void live(Consumer<Flow[]> runs) {
        buyers.place(new SplittableRandom(SEED));
        OptiplyRecord product = ours("products", shop.product(0));
        world.account()
                .editByUser(
                        "products",
                        product.id(),
                        fields().put("stockLevel", 4711).put("name", "Renamed"));
        world.account()
                .deleteByUser(
                        "productCompositions",
                        world.account().all("productCompositions").get(0).id());
        runs.accept(FLOWS);
    }

    /** What was sent and got no answer is looked for by one run, and sent again by the next, some time later. */
    @Override
    public void heal() {
        world.goOn(Duration.ofHours(1));
        if (world.run(Flow.PURCHASE_ORDERS).get(0).counts().parked().containsKey("unconfirmed")) {
            world.run(Flow.PURCHASE_ORDERS);
        }
        world.run(Flow.COMPARISON, Flow.SUPPLIER_IMPORT);
        world.run(SmallShop.FLOWS);
    }

    @Override
    public List<String> differences() {
        List<String> wrong = new ArrayList<>(sent.differences(buyers.history()));
        wrong.addAll(buyers.differences());
        wrong.addAll(buyers.wronglyCreated());
        wrong.addAll(notAsTheListSays());
        return wrong;
    }

    /** A row that Picqer refused is answered as rejected, and nothing else comes of it. */
    private List<String> notAsTheListSays() {
        List<String> wrong = new ArrayList<>();
        boolean isRefused = !world.sandbox()
                .log()
                .requests(request -> request.method().equals("PUT") && FaultKinds.isRefusal("" + request.status()))
                .isEmpty();
        String named = ShopRows.row(world.shop().allProducts(), "idproduct", shop.product(2))
                .path("idsupplier")
                .asText();
        if (named.equals(Long.toString(shop.supplier())) == isRefused) {
            wrong.add("Picqer names supplier " + named);
        }
        List<Long> preferred = world.account().all("supplierProducts").stream()
                .filter(pair -> pair.attributes().path("productId").asLong()
                        == chosenProduct().id())
                .filter(pair -> pair.attributes().path("preferred").asBoolean())
                .map(pair -> pair.attributes().path("supplierId").asLong())
                .toList();
        if (!preferred.equals(List.of(ours("suppliers", Long.parseLong(named)).id()))) {
            wrong.add("preferred in Optiply: " + preferred);
        }
        String answer = answer();
        boolean isApplied =
                answer.contains("1 row read: 1 applied") || answer.contains("1 row read: 0 applied, 1 so already");
        if (isRefused ? !answer.contains("1 row, picqer_refused") : !isApplied) {
            wrong.add("the answer: " + answer);
        }
        return wrong;
    }

    private String answer() {
        try {
            return Files.readString(DropFolders.result(folders.done(), LIST), UTF_8);
        } catch (IOException none) {
            return none.toString();
        }
    }

    @Override
    public void runAgain() {
        world.run(SmallShop.FLOWS);
        world.run(FLOWS);
    }

    private OptiplyRecord chosenProduct() {
        return ours("products", shop.product(2));
    }

    private OptiplyRecord chosenSupplier() {
        return ours("suppliers", shop.supplier());
    }

    private OptiplyRecord ours(String resource, long remoteId) {
        return world.account().all(resource).stream()
                .filter(record -> record.attributes()
                        .path("remoteIdMap")
                        .path(Long.toString(SyncSetup.COUPLING.id()))
                        .asText()
                        .equals(Long.toString(remoteId)))
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode fields() {
        return JsonNodeFactory.instance.objectNode();
    }
}
