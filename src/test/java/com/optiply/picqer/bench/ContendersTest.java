package com.optiply.picqer.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.Sandbox;
import com.optiply.picqer.sandbox.SandboxOptions;
import com.optiply.picqer.sandbox.ShopOptions;
import com.optiply.picqer.sandbox.optiply.OptiplySimulator;
import com.optiply.picqer.sandbox.world.Worlds;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A ratio says something only where both sides do the same. */
class ContendersTest {
    private static final int PRODUCTS = 150;
    private static final BenchAccount OURS = new BenchAccount(1);
    private static final BenchAccount OTHERS = new BenchAccount(2);

    /** What is another for each account and moment. */
    private static final Set<String> OF_THE_MOMENT =
            Set.of("accountId", "uuid", "createdAt", "updatedAt", "remoteDataSyncedToDate");

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.DEFAULTS);
    private final OptiplySimulator optiply = new OptiplySimulator(sandbox.optiplyUri(), Clock.systemUTC(), 1);
    private Addresses addresses;

    @BeforeEach
    void open() {
        sandbox.addShop(
                BenchAccount.SHOP, ShopOptions.of(Worlds.plain(PRODUCTS)).unlimited());
        sandbox.mountOptiply(optiply);
        for (BenchAccount account : List.of(OURS, OTHERS)) {
            optiply.addAccount(account.id(), account.customer().value(), account.credentials(), account.coupling());
        }
        addresses =
                new Addresses(sandbox.picqerUri(BenchAccount.SHOP), sandbox.optiplyUri(), sandbox.optiplyTokenUri());
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void theFloorLeavesTheSameProductsBehindAsOurs() {
        try (Contender ours = ours();
                Contender floor = new Floor(addresses)) {
            assertThat(ours.sync(Sync.FIRST, OURS)).isEqualTo(PRODUCTS);
            assertThat(floor.sync(Sync.FIRST, OTHERS)).isEqualTo(PRODUCTS);
        }

        assertThat(products(OTHERS)).hasSize(PRODUCTS).isEqualTo(products(OURS));
    }

    @Test
    void oursAsksForNothingThatTheFloorDoesNotButWhatOptiplyHasAndForOneKnownProduct() {
        try (Contender ours = ours();
                Contender floor = new Floor(addresses)) {
            List<String> asked = askedBy(ours, Sync.FIRST, OURS);
            assertThat(asked).contains("GET /optiply/v1/products");
            asked.remove("GET /optiply/v1/products");
            assertThat(asked).isEqualTo(askedBy(floor, Sync.FIRST, OTHERS));

            List<String> again = askedBy(ours, Sync.UNCHANGED, OURS);
            List<String> known = again.stream()
                    .filter(request -> request.contains("/products/"))
                    .toList();
            assertThat(known).hasSize(1);
            again.removeAll(known);
            assertThat(again).isEqualTo(askedBy(floor, Sync.UNCHANGED, OTHERS));
        }
    }

    @Test
    void theCeilingReadsThePagesOfTheFloorAndLeavesItsProducts() {
        try (Contender floor = new Floor(addresses);
                Contender ceiling = Ceiling.start(addresses)) {
            List<String> asked = askedBy(floor, Sync.FIRST, OURS);
            asked.removeIf(request -> request.endsWith("/warehouses"));
            assertThat(askedBy(ceiling, Sync.FIRST, OTHERS)).isEqualTo(asked);
        }

        assertThat(products(OTHERS)).hasSize(PRODUCTS).isEqualTo(products(OURS));
    }

    private Contender ours() {
        return Ours.start(
                addresses,
                List.of(OURS.id()),
                Path.of("application.properties").toAbsolutePath(),
                Path.of("routes").toAbsolutePath());
    }

    /** Sorted, since creates overtake each other. */
    private List<String> askedBy(Contender contender, Sync sync, BenchAccount account) {
        sandbox.log().clear();
        contender.sync(sync, account);
        return new ArrayList<>(sandbox.log().requests().stream()
                .map(request -> request.method() + " " + request.path() + pageOf(request.path(), request.query()))
                .sorted()
                .toList());
    }

    private static String pageOf(String path, String query) {
        return path.startsWith("/picqer") && !query.isEmpty() ? "?" + query : "";
    }

    private List<String> products(BenchAccount account) {
        return optiply.account(account.id()).all("products").stream()
                .map(record -> lasting(record.attributes()))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static String lasting(ObjectNode attributes) {
        return attributes.deepCopy().remove(OF_THE_MOMENT).toString();
    }
}
