package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.Purchases.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.sync.RunReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One order that a buyer places in Optiply, on its way to Picqer and after it. */
class LifeOfAPlacedOrderTest {
    private final SyncWorld world =
            SyncSetup.plain(6).impatient().withoutSyncedDate().start();
    private final Placements placements = new Placements(world);

    @BeforeEach
    void begin() {
        placements.goLive();
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void isOrderedInPicqerAndLinked() {
        long order = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 3, "10.00"));
        world.sandbox().log().clear();

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
        assertThat(report.counts().adjusted()).containsEntry("price_rounded", 1L);
        assertThat(placements
                        .held(order)
                        .attributes()
                        .path("remoteIdMap")
                        .path("9021")
                        .asText())
                .isEqualTo(id);
        assertThat(world.state().link(there.path("idpurchaseorder").asLong()).optiplyId())
                .isEqualTo(order);
    }

    @Test
    void isNotOrderedAgainByAnyLaterRun() {
        long order = placements.place(placements.line(0, 12, "53.40"));
        placements.export();
        world.sandbox().log().clear();

        RunReport again = placements.export();

        assertThat(placements.writesToPicqer()).isEmpty();
        assertThat(world.writes()).isEmpty();
        assertThat(again.counts().unchanged()).isEqualTo(1);
        placements.inPicqer(order);
    }

    @Test
    void isNoChangeForTheImportThatReadsIt() {
        long order = placements.place(placements.line(0, 12, "53.40"));
        placements.export();
        world.sandbox().log().clear();

        placements.importPurchaseOrders();

        assertThat(world.writes()).isEmpty();
        assertThat(world.account().all("buyOrders")).hasSize(1);
        assertThat(placements
                        .held(order)
                        .attributes()
                        .path("expectedDeliveryDate")
                        .asText())
                .startsWith("2026-01-20T09:00:00");
    }

    @Test
    void followsPicqerFromThenOn() {
        long order = placements.place(placements.line(0, 12, "53.40"), placements.line(1, 3, "10.00"));
        placements.export();
        long there = placements.inPicqer(order).path("idpurchaseorder").asLong();
        world.user().changePurchaseOrder(there, fields().put("delivery_date", "2026-02-01"));
        placements.purchases().change(there, 0, fields().put("amount", 20));
        placements.importPurchaseOrders();

        assertThat(placements
                        .held(order)
                        .attributes()
                        .path("expectedDeliveryDate")
                        .asText())
                .startsWith("2026-01-31T23:00:00");
        assertThat(world.account().all("buyOrderLines"))
                .extracting(line -> line.attributes().path("quantity").asInt())
                .containsExactlyInAnyOrder(20, 3);
        world.user().receiveGoods(there, placements.purchases().product(0), 20, 2);
        world.user().receiveGoods(there, placements.purchases().product(1), 3, 2);
        placements.purchases().run();
        assertThat(placements.held(order).attributes().path("completed").asText())
                .isNotEqualTo("null");
        assertThat(world.account().all("receiptLines")).hasSize(2);
        assertThat(world.account().all("buyOrders")).hasSize(1);
    }
}
