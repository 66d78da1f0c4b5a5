package com.optiply.picqer.sandbox.picqer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PicqerReceiptsTest {
    private final PicqerClient picqer = PicqerClient.withProducts(3);

    @BeforeEach
    void purchaseTwelve() {
        picqer.post("/purchaseorders", "{\"idsupplier\":9401,\"products\":[{\"idproduct\":70001,\"amount\":12}]}");
        picqer.post("/purchaseorders/5101/mark-as-purchased", "");
        picqer.clock.advance(Duration.ofHours(1));
    }

    private JsonNode receive(int amount) {
        return picqer.post("/receipts/33001/products", "{\"idproduct\":70001,\"amount\":" + amount + "}")
                .json();
    }

    private JsonNode order() {
        return picqer.get("/purchaseorders/5101").json();
    }

    private int stock() {
        return picqer.get("/products/70001/stock/18").json().path("stock").asInt();
    }

    @Test
    void putsGoodsOnTheShelfAtOnce() {
        picqer.post("/receipts", "{\"idpurchaseorder\":5101,\"version\":2}");

        receive(5);

        assertThat(stock()).isEqualTo(5);
        assertThat(order().path("status").asText()).isEqualTo("purchased");
        assertThat(order().path("products").path(0).path("amountreceived").asInt())
                .isEqualTo(5);
        assertThat(order().path("updated").asText()).isEqualTo("2025-10-08 11:00:00");
        assertThat(picqer.get("/stockhistory")
                        .json()
                        .path(0)
                        .path("change_type")
                        .asText())
                .isEqualTo("receipt");
    }

    @Test
    void showsAReceiptInTheFormThatPicqerDocuments() {
        picqer.shop.user().receiveGoods(5101, 70001, 15, 2);

        assertThat(picqer.get("/receipts").text())
                .isEqualTo("[{\"idreceipt\":33001,\"idwarehouse\":18,\"version\":2,"
                        + "\"supplier\":{\"idsupplier\":9401,\"name\":\"Waterworks BV\"},"
                        + "\"purchaseorder\":{\"idpurchaseorder\":5101,\"purchaseorderid\":\"202500001\"},"
                        + "\"receiptid\":\"RC2025-0001\",\"status\":\"completed\","
                        + "\"completed_by\":{\"iduser\":7,\"name\":\"S. Jansen\"},\"amount_received\":15,"
                        + "\"completed_at\":\"2025-10-08 11:00:00\",\"created\":\"2025-10-08 11:00:00\","
                        + "\"updated\":\"2025-10-08 11:00:00\",\"products\":[{\"idreceipt_product\":90401,"
                        + "\"idpurchaseorder_product\":88101,\"idproduct\":70001,\"idpurchaseorder\":5101,"
                        + "\"productcode\":\"SKU-1\",\"productcode_supplier\":\"\",\"name\":\"Garden hose 1\","
                        + "\"barcode\":\"\",\"amount\":15,\"amount_ordered\":12,\"added_by_receipt\":false,"
                        + "\"abc_classification\":null,\"location\":null,\"created_at\":\"2025-10-08 11:00:00\","
                        + "\"received_by_iduser\":7,\"reverted_at\":null,\"reverted_by_iduser\":null}]}]");
    }

    @Test
    void completesThePurchaseOrderWhenAllIsThere() {
        picqer.post("/receipts", "{\"idpurchaseorder\":5101}");

        receive(5);
        receive(9);

        assertThat(order().path("status").asText()).isEqualTo("received");
        assertThat(order().path("completed_at").asText()).isEqualTo("2025-10-08 11:00:00");
        assertThat(order().path("products").path(0).path("amountreceived").asInt())
                .isEqualTo(14);
    }

    @Test
    void makesAPurchaseOrderForGoodsNobodyOrdered() {
        picqer.post("/receipts", "{\"idpurchaseorder\":5101}");

        JsonNode line = picqer.post("/receipts/33001/products", "{\"idproduct\":70002,\"amount\":4}")
                .json();

        assertThat(line.path("added_by_receipt").asBoolean()).isTrue();
        assertThat(line.path("idpurchaseorder").asLong()).isEqualTo(5102);
        JsonNode made = picqer.get("/purchaseorders/5102").json();
        assertThat(made.path("status").asText()).isEqualTo("received");
        assertThat(made.path("products").path(0).path("amountreceived").asInt()).isEqualTo(4);
    }

    @Test
    void undoesARevertedLineOnce() {
        picqer.post("/receipts", "{\"idpurchaseorder\":5101}");
        receive(5);

        assertThat(picqer.post("/receipts/33001/products/90401/revert", "").status())
                .isEqualTo(200);

        assertThat(stock()).isZero();
        assertThat(order().path("products").path(0).path("amountreceived").asInt())
                .isZero();
        JsonNode receipt = picqer.get("/receipts/33001").json();
        assertThat(receipt.path("amount_received").asInt()).isZero();
        assertThat(receipt.path("products").path(0).path("reverted_at").asText())
                .isEqualTo("2025-10-08 11:00:00");
        assertThat(picqer.post("/receipts/33001/products/90401/revert", "").status())
                .isEqualTo(400);
    }

    @Test
    void completesInTheBackground() {
        picqer.post("/receipts", "{\"idpurchaseorder\":5101}");
        receive(5);

        assertThat(picqer.put("/receipts/33001", "{\"status\":\"completed\"}")
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("processing");
        assertThat(picqer.get("/receipts?status=completed").json()).isEmpty();
        picqer.clock.advance(Duration.ofSeconds(2));
        assertThat(picqer.get("/receipts?status=completed").each("idreceipt")).containsExactly("33001");
        assertThat(picqer.post("/receipts/33001/products", "{\"idproduct\":70001,\"amount\":1}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void deletesOnlyAnEmptyReceipt() {
        picqer.post("/receipts", "{\"idpurchaseorder\":5101}");
        picqer.post("/receipts", "{\"idsupplier\":9401}");
        receive(5);

        assertThat(picqer.delete("/receipts/33001").status()).isEqualTo(400);
        assertThat(picqer.delete("/receipts/33002").status()).isEqualTo(204);
    }

    @Test
    void listsBothVersionsAndFiltersByWhatTheyBelongTo() {
        picqer.shop.user().receiveGoods(5101, 70001, 1, 1);
        picqer.shop.user().receiveGoods(5101, 70001, 1, 2);
        picqer.post("/receipts", "{\"idsupplier\":9401}");

        assertThat(picqer.get("/receipts").each("version")).containsExactly("2", "2", "1");
        assertThat(picqer.get("/receipts?idpurchaseorder=5101").json()).hasSize(2);
        assertThat(picqer.get("/receipts?idsupplier=9401").json()).hasSize(3);
        assertThat(picqer.get("/receipts?completed_after=2025-10-08%2010:59:59").json())
                .hasSize(2);
        assertThat(picqer.get("/receipts/33003").json().path("purchaseorder").isNull())
                .isTrue();
    }
}
