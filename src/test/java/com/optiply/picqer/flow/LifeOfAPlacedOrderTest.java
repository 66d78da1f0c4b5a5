package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.Purchases.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.oracle.History;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import com.optiply.picqer.sandbox.optiply.OptiplySwitches.Drafts;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that a buyer places in Optiply, on their way to Picqer and after it; each test places its own in one shop. */
class LifeOfAPlacedOrderTest {
    private static SyncWorld world;
    private static Placements placements;

    @BeforeAll
    static void begin() {
        world = SyncSetup.plain(6).impatient().withoutSyncedDate().start();
        placements = new Placements(world);
        placements.goLive();
    }

    @AfterAll
    static void end() {
        world.close();
    }

    @BeforeEach
    void forgetRequests() {
        world.sandbox().log().clear();
    }

    @Test
    void isOrderedInPicqerAndLinked() {
        long order = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 3, "10.00"));

        RunReport report = placements.export();

        JsonNode there = placements.inPicqer(order);
        String id = there.path("idpurchaseorder").asText();
        assertThat(placements.writesToPicqer())
                .containsExactly("POST /purchaseorders", "POST /purchaseorders/" + id + "/mark-as-purchased");
        assertThat(there.path("status").asText()).isEqualTo("purchased");
        assertThat(there.path("idsupplier").asLong())
                .isEqualTo(placements.purchases().supplier());
        assertThat(there.path("idwarehouse").asLong()).isEqualTo(SyncSetup.MAIN_WAREHOUSE);
        assertThat(there.path("delivery_date").asText()).isEqualTo("2026-01-20");
        assertThat(there.path("supplier_orderid").asText()).isEqualTo("Optiply-" + order);
        assertThat(there.path("remarks").asText()).isEqualTo("Optiply-" + order);
        assertThat(there.path("products").path(0).path("amount").asInt()).isEqualTo(12);
        assertThat(there.path("products").path(0).path("price").decimalValue()).isEqualByComparingTo("4.45");
        assertThat(there.path("products").path(1).path("price").decimalValue()).isEqualByComparingTo("3.3333");
        assertThat(report.counts().written().create()).isEqualTo(1);
        assertThat(report.counts().adjusted()).containsEntry("unit_price_rounded", 1L);
        assertThat(placements.remoteId(order)).isEqualTo(id);
        assertThat(placements.lines(order))
                .as("the lines bear their ids in Picqer too")
                .extracting(line ->
                        line.attributes().path("remoteIdMap").path("9021").asText())
                .containsExactly(
                        there.path("products")
                                .path(0)
                                .path("idpurchaseorder_product")
                                .asText(),
                        there.path("products")
                                .path(1)
                                .path("idpurchaseorder_product")
                                .asText());
        assertThat(world.state().link(Long.parseLong(id)).optiplyId()).isEqualTo(order);
    }

    @Test
    void isNotOrderedAgainByAnyLaterRun() {
        long order = placements.place(placements.line(0, 12, "53.40"));
        placements.export();
        world.sandbox().log().clear();

        placements.export();

        assertThat(placements.writesToPicqer()).isEmpty();
        assertThat(world.writes()).isEmpty();
        placements.inPicqer(order);
    }

    @Test
    void isNoChangeForTheImportThatReadsIt() {
        long order = placements.place(placements.line(0, 12, "53.40"));
        placements.export();
        placements.importPurchaseOrders();
        int orders = world.account().count("buyOrders");
        world.sandbox().log().clear();

        placements.importPurchaseOrders();

        assertThat(world.writes()).isEmpty();
        assertThat(world.account().count("buyOrders")).isEqualTo(orders);
        assertThat(attribute(order, "expectedDeliveryDate")).startsWith("2026-01-20T09:00:00");
        assertThat(attribute(order, "placed")).startsWith("2026-01-08T14:03:22");
    }

    @Test
    void followsPicqerFromThenOn() {
        long order = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 3, "10.00"));
        placements.export();
        long there = placements.inPicqer(order).path("idpurchaseorder").asLong();
        world.user().changePurchaseOrder(there, fields().put("delivery_date", "2026-02-01"));
        placements.purchases().change(there, 0, fields().put("amount", 20));
        placements.importPurchaseOrders();

        assertThat(attribute(order, "expectedDeliveryDate")).startsWith("2026-01-31T23:00:00");
        assertThat(placements.lines(order))
                .extracting(line -> line.attributes().path("quantity").asInt())
                .containsExactly(20, 3);
        world.user().receiveGoods(there, placements.purchases().product(0), 20, 2);
        world.user().receiveGoods(there, placements.purchases().product(1), 3, 2);
        int orders = world.account().count("buyOrders");
        placements.purchases().run();
        assertThat(placements.held(order).attributes().hasNonNull("completed")).isTrue();
        assertThat(world.account().count("receiptLines")).isEqualTo(2);
        assertThat(world.account().count("buyOrders")).isEqualTo(orders);
    }

    @Test
    void editedInOptiplyItIsPutBackByTheComparisonAndNeverSentToPicqer() {
        long order = placements.place(placements.line(0, 12, "53.40"));
        placements.export();
        OptiplyRecord line = placements.lines(order).get(0);
        world.account().editByUser("buyOrderLines", line.id(), fields().put("quantity", 99));
        world.account().editByUser("buyOrders", order, fields().put("expectedDeliveryDate", "2026-03-03T09:00:00Z"));
        JsonNode before = placements.inPicqer(order);

        RunReport report = world.run(Flow.PURCHASE_ORDERS, Flow.COMPARISON).get(1);

        assertThat(placements.inPicqer(order)).isEqualTo(before);
        assertThat(report.besides().get("buyOrders").written().patch()).isEqualTo(1);
        assertThat(report.besides().get("buyOrderLines").written().patch()).isEqualTo(1);
        assertThat(placements.lines(order).get(0).attributes().path("quantity").asInt())
                .isEqualTo(12);
        assertThat(attribute(order, "expectedDeliveryDate")).startsWith("2026-01-20T09:00:00");
    }

    @Test
    void waitsWholeWhileALineHasNoProductInPicqer() {
        long own = world.account()
                .createByUser(
                        "products",
                        fields().put("name", "Made in Optiply")
                                .put("stockLevel", 1)
                                .put("unlimitedStock", false))
                .id();
        long order = placements.place(
                placements.line(0, 12, "53.40"),
                fields().put("productId", own).put("quantity", 1).put("subtotalValue", "1.00"));

        placements.export();

        assertThat(placements.marked(order)).isEmpty();
        assertThat(placements.parkedFor(order)).isEqualTo("product_not_linked");
        world.account().deleteByUser("buyOrders", order);
        placements.export();
        assertThat(placements.parkedFor(order))
                .as("an order that is open no more waits no more")
                .isNull();
    }

    @Test
    void waitsWhileItsSupplierIsNotInPicqerAndGoesWhenItIs() {
        long stranger = world.account()
                .createByUser("suppliers", fields().put("name", "Stranger"))
                .id();
        long order = placements.placeAs(
                fields().put("placed", "2026-01-08T14:03:22Z").put("supplierId", stranger),
                placements.line(0, 12, "53.40"));
        placements.export();
        assertThat(placements.marked(order)).isEmpty();
        assertThat(placements.parkedFor(order)).isEqualTo("supplier_not_linked");
        long known = placements.optiplyId(placements.purchases().otherSupplier());
        world.account().editByUser("buyOrders", order, fields().put("supplierId", known));

        placements.export();

        assertThat(placements.inPicqer(order).path("idsupplier").asLong())
                .isEqualTo(placements.purchases().otherSupplier());
        assertThat(placements.parkedFor(order)).isNull();
    }

    @Test
    void isNoOrderToBuyWhileItIsADraftOrAnAssemblyOrAnIntegrations() {
        long draft = placements.placeAs(fields(), placements.line(0, 1, "1.00"));
        placements.placeAs(
                fields().put("placed", "2026-01-08T14:03:22Z").put("assembly", true), placements.line(0, 1, "1.00"));
        placements.purchases().order(placements.purchases().line(0, 1, 1));
        placements.importPurchaseOrders();
        new OtherProgram(world).repeat(world.writes("POST").get(0));
        world.optiply().switches(world.optiply().switches().with(Drafts.VISIBLE));
        int before = world.shop().allPurchaseOrders().size();

        RunReport report = placements.export();

        assertThat(world.shop().allPurchaseOrders()).hasSize(before);
        assertThat(report.counts().filtered())
                .containsEntry("not_placed", 1L)
                .containsEntry("assembly", 1L)
                .containsEntry("made_by_integration", 1L);
        world.account().editByUser("buyOrders", draft, fields().put("placed", "2026-01-09T10:00:00Z"));
        placements.export();
        placements.inPicqer(draft);
    }

    @Test
    void takesPicqersPriceWhereOptiplyHasNone() {
        long order = placements.place(placements.line(2, 4, "0.00"));

        placements.export();
        placements.importPurchaseOrders();

        JsonNode line = placements.inPicqer(order).path("products").path(0);
        assertThat(world.sandbox()
                        .log()
                        .requests(request -> request.path().endsWith("/purchaseorders")
                                && request.method().equals("POST")))
                .singleElement()
                .satisfies(request -> assertThat(request.body()).doesNotContain("price"));
        String subtotal = placements
                .lines(order)
                .get(0)
                .attributes()
                .path("subtotalValue")
                .asText();
        assertThat(new BigDecimal(subtotal))
                .isEqualByComparingTo(line.path("price").decimalValue().multiply(BigDecimal.valueOf(4)));
    }

    @Test
    void keepsItsLinesApartWhereOneProductStandsOnSeveral() {
        long order = placements.place(
                placements.line(0, 5, "10.00"), placements.line(0, 2, "6.00"), placements.line(1, 1, "1.00"));

        placements.export();
        placements.importPurchaseOrders();

        assertThat(placements.inPicqer(order).path("products")).hasSize(3);
        assertThat(placements.lines(order))
                .extracting(line -> line.attributes().path("quantity").asInt())
                .containsExactly(5, 2, 1);
        assertThat(world.differences(exported(order)))
                .filteredOn(difference -> difference.contains(Long.toString(order)))
                .isEmpty();
    }

    private static History exported(long order) {
        return History.none()
                .exported(placements.inPicqer(order).path("idpurchaseorder").asLong(), order);
    }

    private static String attribute(long order, String name) {
        return placements.held(order).attributes().path(name).asText();
    }
}
