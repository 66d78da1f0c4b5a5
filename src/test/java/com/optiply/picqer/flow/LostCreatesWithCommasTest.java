package com.optiply.picqer.flow;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.optiply.OptiplySwitches.CommaInFilter;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.Occurrences;
import com.optiply.picqer.sync.run.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A create whose answer is lost, and whose natural key no filter bears: what a comma in a filter means is an open point
 * of the contract, and the literal {@code null} means no value.
 */
class LostCreatesWithCommasTest {
    private static final int PRODUCTS = 120;

    @ParameterizedTest
    @EnumSource(CommaInFilter.class)
    void areFoundWhereTheyArrivedAndSentWhereTheyDidNot(CommaInFilter comma) {
        try (SyncWorld world = SyncSetup.plain(PRODUCTS).impatient().start()) {
            world.optiply().switches(world.optiply().switches().with(comma));
            world.run(Flow.SUPPLIERS, Flow.PRODUCTS);
            world.user().addSupplier(fields().put("name", "Jansen, Zn. B.V."));
            world.user().addSupplier(fields().put("name", "null"));
            world.user().addSupplier(fields().put("name", "Zn. B.V."));
            world.faults()
                    .add(Fault.resetAfter().on("POST", "/optiply/v1/suppliers").occurring(Occurrences.nth(1)));
            world.faults()
                    .add(Fault.resetBefore().on("POST", "/optiply/v1/suppliers").occurring(Occurrences.nth(2)));
            world.faults()
                    .add(Fault.resetAfter().on("POST", "/optiply/v1/suppliers").occurring(Occurrences.nth(3)));

            world.run(Flow.SUPPLIERS);
            world.run(Flow.SUPPLIERS);

            assertThat(world.account().all("suppliers"))
                    .extracting(supplier -> supplier.attributes().path("name").asText())
                    .containsExactlyInAnyOrder("Supplier 1", "Jansen, Zn. B.V.", "null", "Zn. B.V.");
        }
    }

    /** Without a coupling, the natural key is all there is to know a product by. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void areFoundBeyondTheFirstPageOfAList(boolean arrives) {
        try (SyncWorld world =
                SyncSetup.plain(PRODUCTS).withoutCoupling().impatient().start()) {
            world.optiply().switches(world.optiply().switches().with(CommaInFilter.ALTERNATIVES));
            world.run();
            add(world, "KIT-1,BLUE");
            add(world, "KIT-1,RED");
            Fault lost = arrives ? Fault.resetAfter() : Fault.resetBefore();
            world.faults().add(lost.on("POST", "/optiply/v1/products").occurring(Occurrences.from(1, 2)));

            world.run();

            assertThat(world.account().count("products")).isEqualTo(PRODUCTS + 2);
            world.sandbox().log().clear();
            world.run();
            assertThat(world.writes()).isEmpty();
        }
    }

    /** Somebody deletes a record of the first page, so that the lost one is not on the second any more. */
    @Test
    void areNotSentAgainWhereTheyHaveSlippedPastAListThatGotShorter() {
        try (SyncWorld world =
                SyncSetup.plain(100).withoutCoupling().impatient().start()) {
            world.optiply().switches(world.optiply().switches().with(CommaInFilter.ALTERNATIVES));
            world.run();
            long first = world.account().all("products").get(0).id();
            add(world, "KIT-1,BLUE");
            world.faults()
                    .add(Fault.resetAfter().on("POST", "/optiply/v1/products").occurring(Occurrences.nth(1)));
            AtomicInteger lists = new AtomicInteger();
            world.watch(request -> {
                if (request.method().equals("GET") && lists.incrementAndGet() == 1) {
                    world.account().deleteByUser("products", first);
                }
            });

            world.run();

            assertThat(lists).as("the list is read anew").hasValueGreaterThan(2);
            assertThat(world.account().all("products"))
                    .filteredOn(one -> one.attributes().path("skuCode").asText().equals("KIT-1,BLUE"))
                    .hasSize(1);
        }
    }

    private static void add(SyncWorld world, String sku) {
        world.user()
                .addProduct(fields().put("productcode", sku)
                        .put("name", "Kit")
                        .put("type", "normal")
                        .put("price", 1.25));
    }

    private static ObjectNode fields() {
        return instance.objectNode();
    }
}
