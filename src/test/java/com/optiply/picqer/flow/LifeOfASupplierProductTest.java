package com.optiply.picqer.flow;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A product and its supplier, through everything that befalls the pair; each test has a product of its own. */
class LifeOfASupplierProductTest {
    private static SyncWorld shared;

    private SyncWorld world = shared;
    private long product;
    private long supplier;
    private long other;

    @BeforeAll
    static void open() {
        shared = SyncSetup.plain(1).impatient().withoutSyncedDate().start();
    }

    @AfterAll
    static void close() {
        shared.close();
    }

    @BeforeEach
    void begin() {
        supplier = supplier("Waterworks");
        other = supplier("Garden House");
        product = world.user()
                .addProduct(fields().put("productcode", "KT-17-" + supplier)
                        .put("name", "Kettle")
                        .put("price", 24.95)
                        .put("fixedstockprice", 11.5)
                        .put("productcode_supplier", "W-17")
                        .put("barcode", "8712345678906")
                        .put("idsupplier", supplier))
                .path("idproduct")
                .asLong();
        world.run(Flow.SUPPLIERS, Flow.PRODUCTS, Flow.SUPPLIER_PRODUCTS);
        world.sandbox().log().clear();
    }

    private long supplier(String name) {
        return world.user()
                .addSupplier(fields().put("name", name))
                .path("idsupplier")
                .asLong();
    }

    @Test
    void isThePreferredOneWithAllItHas() {
        JsonNode held = pair(supplier).attributes();

        assertThat(held.path("skuCode").asText()).isEqualTo("W-17");
        assertThat(held.path("price").asText()).isEqualTo("11.50");
        assertThat(held.path("preferred").asBoolean()).isTrue();
        assertThat(held.path("status").asText()).isEqualTo("enabled");
    }

    @Test
    void givesWayToThePairOfTheNewSupplier() {
        change(fields().put("idsupplier", other));
        run();

        assertThat(attribute(other, "preferred")).isEqualTo("true");
        assertThat(attribute(other, "status")).isEqualTo("enabled");
        assertThat(attribute(supplier, "preferred")).isEqualTo("false");
        assertThat(attribute(supplier, "status")).isEqualTo("disabled");
        requireIdle();
    }

    @Test
    void isThePreferredOneAgainWhenTheProductReturnsToIt() {
        change(fields().put("idsupplier", other));
        run();
        change(fields().put("idsupplier", supplier));
        run();

        assertThat(attribute(supplier, "status")).isEqualTo("enabled");
        assertThat(attribute(supplier, "preferred")).isEqualTo("true");
        assertThat(attribute(other, "status")).isEqualTo("disabled");
        requireIdle();
    }

    @Test
    void standsBesideTheNewOneWhereProductsHaveSeveralSuppliers() {
        try (SyncWorld multi = SyncSetup.plain(1)
                .choosing(customer -> customer.setMultiSupplier("true"))
                .start()) {
            world = multi;
            begin();
            world.account().editByUser("supplierProducts", pair(supplier).id(), fields().put("preferred", true));
            change(fields().put("idsupplier", other));
            run();

            assertThat(attribute(supplier, "status")).isEqualTo("enabled");
            assertThat(attribute(supplier, "preferred")).isEqualTo("true");
            assertThat(attribute(other, "preferred")).isNotEqualTo("true");
            assertThat(world.writes()).hasSize(1);
        }
    }

    @Test
    void isItsBuyersOwnOnceTheProductHasAnotherWhereProductsHaveSeveralSuppliers() {
        try (SyncWorld multi = SyncSetup.plain(1)
                .choosing(customer -> customer.setMultiSupplier("true"))
                .start()) {
            world = multi;
            begin();
            change(fields().put("idsupplier", other));
            run();
            edit(supplier, fields().put("price", 9.95).put("status", "disabled"));
            edit(other, fields().put("price", 9.95));
            world.sandbox().log().clear();
            world.run(Flow.SUPPLIER_PRODUCTS, Flow.COMPARISON);

            assertThat(attribute(supplier, "price")).isEqualTo("9.95");
            assertThat(attribute(other, "price")).isEqualTo("11.50");
            assertThat(world.writes()).hasSize(1);

            edit(supplier, fields().put("status", "enabled"));
            world.user().removeProduct(product);
            world.run(Flow.SUPPLIER_PRODUCTS, Flow.SUPPLIER_PRODUCTS, Flow.SUPPLIER_PRODUCTS, Flow.COMPARISON);

            assertThat(attribute(supplier, "status")).isEqualTo("enabled");
            assertThat(attribute(other, "status")).isEqualTo("disabled");
            assertThat(world.writes()).hasSize(2);
        }
    }

    @Test
    void isItsBuyersOwnAlsoWhileNobodyCanReadItsProduct() {
        try (SyncWorld multi = SyncSetup.plain(1)
                .choosing(customer -> customer.setMultiSupplier("true"))
                .start()) {
            world = multi;
            begin();
            change(fields().put("idsupplier", other));
            run();
            edit(supplier, fields().put("price", 9.95).put("status", "disabled"));
            world.sandbox().log().clear();
            for (String field : List.of("idsupplier", "price")) {
                makeUnreadable(field);
                world.run(Flow.SUPPLIER_PRODUCTS, Flow.COMPARISON);
            }

            assertThat(world.writes()).isEmpty();
        }
    }

    /** Nobody can say that the product has another supplier now, or none. */
    @Test
    void staysAsItIsWhileNobodyCanReadWhoTheSupplierIs() {
        String readable = world.shop().product(product).orElseThrow().toString();
        makeUnreadable("idsupplier");
        for (int walk = 0; walk < 3; walk++) {
            assertThat(run().counts().parked()).containsEntry("unreadable", 1L);
        }

        assertThat(attribute(supplier, "status")).isEqualTo("enabled");
        assertThat(attribute(supplier, "preferred")).isEqualTo("true");
        assertThat(world.writes()).isEmpty();
        world.user().putProductVerbatim(readable);
        requireIdle();
        assertThat(world.state().parked()).isEmpty();
    }

    private void makeUnreadable(String field) {
        ObjectNode row = world.shop().product(product).orElseThrow().deepCopy();
        world.user().putProductVerbatim(row.put(field, "soon").toString());
    }

    @Test
    void isDisabledWhenTheSupplierIsTakenAway() {
        change(fields().putNull("idsupplier"));
        run();

        assertThat(attribute(supplier, "status")).isEqualTo("disabled");
        assertThat(attribute(supplier, "preferred")).isEqualTo("false");
        requireIdle();
    }

    @Test
    void isAdoptedWhereSomebodyMadeItInOptiply() {
        JsonNode ours = pair(supplier).attributes();
        long others = world.account()
                .byRemoteId("suppliers", "9021", Long.toString(other))
                .get(0)
                .id();
        long made = world.account()
                .createByUser(
                        "supplierProducts",
                        fields().put("name", "By hand")
                                .put("productId", ours.path("productId").asLong())
                                .put("supplierId", others))
                .id();
        change(fields().put("idsupplier", other));
        run();
        assertThat(world.events().settling())
                .as("the answer 409 came: nothing is under way that would have to be waited for")
                .isEmpty();
        run();

        List<OptiplyRecord> pairs = world.account().all("supplierProducts").stream()
                .filter(one -> one.attributes().path("supplierId").asLong() == others)
                .toList();
        assertThat(pairs).singleElement().satisfies(pair -> {
            assertThat(pair.id()).isEqualTo(made);
            assertThat(pair.attributes().path("name").asText()).isEqualTo("Kettle");
            assertThat(pair.attributes().path("price").asText()).isEqualTo("11.50");
            assertThat(pair.attributes().path("preferred").asBoolean()).isTrue();
        });
        requireIdle();
    }

    @Test
    void isCreatedAgainWhenAUserDeletedIt() {
        long before = pair(supplier).id();
        world.account().deleteByUser("supplierProducts", before);
        change(fields().put("fixedstockprice", 12));
        run();

        assertThat(pair(supplier).id()).isNotEqualTo(before);
        assertThat(attribute(supplier, "price")).isEqualTo("12.00");
        requireIdle();
    }

    @Test
    void losesTheCodesAndThePriceThatWereEmptied() {
        change(fields().put("productcode_supplier", "").put("barcode", "").putNull("fixedstockprice"));
        run();

        assertThat(attribute(supplier, "skuCode")).isEqualTo("KT-17-" + supplier);
        assertThat(attribute(supplier, "articleCode")).isEqualTo("KT-17-" + supplier);
        assertThat(attribute(supplier, "eanCode")).isEqualTo("null");
        assertThat(attribute(supplier, "price")).isEqualTo("null");
        requireIdle();
    }

    @Test
    void isDisabledWithItsProductAndReturnsWithIt() {
        world.user().inactivateProduct(product);
        run();
        assertThat(attribute(supplier, "status")).isEqualTo("disabled");

        world.user().activateProduct(product);
        run();
        assertThat(attribute(supplier, "status")).isEqualTo("enabled");
    }

    private void edit(long ofSupplier, ObjectNode fields) {
        world.account().editByUser("supplierProducts", pair(ofSupplier).id(), fields);
    }

    private void change(ObjectNode fields) {
        world.user().changeProduct(product, fields);
    }

    private RunReport run() {
        return world.run(Flow.SUPPLIER_PRODUCTS).get(0);
    }

    private void requireIdle() {
        world.sandbox().log().clear();
        run();
        assertThat(world.writes()).isEmpty();
    }

    private String attribute(long ofSupplier, String name) {
        return pair(ofSupplier).attributes().path(name).asText();
    }

    private OptiplyRecord pair(long ofSupplier) {
        List<OptiplyRecord> pairs = world.account().byRemoteId("supplierProducts", "9021", product + "_" + ofSupplier);
        assertThat(pairs).hasSize(1);
        return pairs.get(0);
    }

    private static ObjectNode fields() {
        return instance.objectNode();
    }
}
