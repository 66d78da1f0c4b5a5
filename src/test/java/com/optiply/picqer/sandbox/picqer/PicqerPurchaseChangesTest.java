package com.optiply.picqer.sandbox.picqer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do to a purchase order and its receipts after it was placed. */
class PicqerPurchaseChangesTest {
    private final PicqerClient picqer = PicqerClient.withProducts(3);
    private final ShopUser user = picqer.shop.user();

    @BeforeEach
    void purchaseTwelve() {
        picqer.post("/purchaseorders", "{\"idsupplier\":9401,\"products\":[{\"idproduct\":70001,\"amount\":12}]}");
        user.markAsPurchased(5101);
        picqer.clock.advance(Duration.ofHours(1));
    }

    private JsonNode order() {
        return picqer.get("/purchaseorders/5101").json();
    }

    private int stock() {
        return picqer.get("/products/70001/stock/18").json().path("stock").asInt();
    }

    private static ObjectNode fields() {
        return PicqerJson.object();
    }

    @Test
    void opensAgainAfterItWasReceived() {
        user.closePurchaseOrder(5101);
        assertThat(order().path("completed_at").asText()).isEqualTo("2025-10-08 11:00:00");

        user.reopenPurchaseOrder(5101);

        assertThat(order().path("status").asText()).isEqualTo("purchased");
        assertThat(order().path("completed_at").isNull()).isTrue();
        assertThatThrownBy(() -> user.reopenPurchaseOrder(5101)).isInstanceOf(Refusal.class);
    }

    @Test
    void goesToAnotherSupplierOrWarehouse() {
        user.addSupplier(fields().put("name", "Other"));

        user.changePurchaseOrderSupplier(5101, fields().put("idsupplier", 9402));
        user.movePurchaseOrder(5101, 21);

        assertThat(picqer.get("/purchaseorders?idsupplier=9402&idwarehouse=21").json())
                .hasSize(1);
        user.changePurchaseOrderSupplier(5101, fields().put("supplier_name", "By name"));
        assertThat(order().path("idsupplier").isNull()).isTrue();
        assertThat(order().path("supplier_name").asText()).isEqualTo("By name");
    }

    @Test
    void changesItsLinesAndSaysSoInUpdated() {
        JsonNode added =
                user.addPurchaseOrderLine(5101, fields().put("idproduct", 70002).put("amount", 3));
        long line = added.path("idpurchaseorder_product").asLong();

        user.changePurchaseOrderLine(
                5101, line, fields().put("amount", 4).put("price", 9).put("delivery_date", "2025-11-01"));
        user.removePurchaseOrderLine(5101, 88101);

        assertThat(order().path("updated").asText()).isEqualTo("2025-10-08 11:00:00");
        assertThat(order().findValuesAsText("amount")).containsExactly("4");
        assertThat(order().path("products").path(0).path("delivery_date").asText())
                .isEqualTo("2025-11-01");
    }

    @Test
    void mayKeepItsUpdatedWhenALineChanges() {
        ShopActions.perform(
                picqer.shop, "switch", fields().set("fields", fields().put("lines_move_purchase_orders", false)));

        user.changePurchaseOrderLine(5101, 88101, fields().put("amount", 13));

        assertThat(order().path("updated").asText()).isEqualTo("2025-10-08 10:00:00");
    }

    @Test
    void countsAReceivedLineAgain() {
        ObjectNode receipt = user.receiveGoods(5101, 70001, 5, 2);
        long line = receipt.path("products").path(0).path("idreceipt_product").asLong();

        user.changeReceiptLine(33001, line, 3);

        assertThat(stock()).isEqualTo(3);
        assertThat(order().findValuesAsText("amountreceived")).containsExactly("3");
        assertThat(picqer.get("/receipts/33001").json().path("amount_received").asInt())
                .isEqualTo(3);
        user.removeReceipt(33001);
        assertThat(picqer.get("/receipts").json()).isEmpty();
    }

    /** The first version does not say which line of the order the goods belong to, nor when they came. */
    @Test
    void showsAReceiptOfTheFirstVersionInItsOwnForm() {
        ObjectNode receipt = user.receiveGoods(5101, 70001, 15, 1);

        JsonNode line = receipt.path("products").path(0);
        assertThat(line.has("idpurchaseorder_product")).isFalse();
        assertThat(line.has("created_at")).isFalse();
        assertThat(line.path("idpurchaseorder").asLong()).isEqualTo(5101);
        assertThat(line.path("amount_more_than_ordered").asInt()).isEqualTo(3);
        long id = line.path("idreceipt_product").asLong();
        assertThat(picqer.post("/receipts/33001/products/" + id + "/revert", "").status())
                .isEqualTo(400);
        user.changeReceiptLine(33001, id, 6);
        assertThat(order().findValuesAsText("amountreceived")).containsExactly("6");
        assertThat(stock()).isEqualTo(6);
    }

    @Test
    void showsAFulfilmentKeyTheReceiptsOfItsOwnOrders() {
        picqer.as(PicqerClient.SCOPED)
                .post("/purchaseorders", "{\"supplier_name\":\"X\",\"products\":[{\"idproduct\":70001,\"amount\":1}]}");
        user.markAsPurchased(5102);
        user.receiveGoods(5102, 70001, 1, 2);
        user.receiveGoods(5101, 70001, 1, 2);

        PicqerClient scoped = picqer.as(PicqerClient.SCOPED);
        assertThat(scoped.get("/receipts").each("idreceipt")).containsExactly("33001");
        assertThat(scoped.get("/receipts/33002").status()).isEqualTo(404);
        assertThat(picqer.get("/receipts").json()).hasSize(2);
    }

    @Test
    void refusesASupplierThatIsNotThereOnAProduct() {
        assertThat(picqer.put("/products/70001", "{\"idsupplier\":1}").status()).isEqualTo(404);
        assertThat(picqer.put("/products/70001", "{\"idsupplier\":null}").status())
                .isEqualTo(200);
        assertThat(picqer.get("/products/70001").json().path("idsupplier").isNull())
                .isTrue();
        assertThat(picqer.put("/products/70001", "{\"idsupplier\":9401}")
                        .json()
                        .path("idsupplier")
                        .asLong())
                .isEqualTo(9401);
    }

    @Test
    void doesByNameWhatPeopleDo() {
        for (String action : new String[] {
            "close-purchase-order", "reopen-purchase-order", "cancel-purchase-order", "reopen-purchase-order"
        }) {
            ShopActions.perform(picqer.shop, action, fields().put("idpurchaseorder", 5101));
        }
        perform(
                "change-purchase-order-line",
                fields().put("idpurchaseorder", 5101)
                        .put("idpurchaseorder_product", 88101)
                        .set("fields", fields().put("amount", 2)));
        perform(
                "change-purchase-order",
                fields().put("idpurchaseorder", 5101)
                        .set("fields", fields().put("remarks", "Optiply-7").put("delivery_date", "2025-12-01")));
        perform("put-supplier-verbatim", fields().put("json", "{\"idsupplier\":9500}"));

        assertThat(order().findValuesAsText("amount")).containsExactly("2");
        assertThat(picqer.get("/purchaseorders?search=optiply-7&status=purchased")
                        .json())
                .hasSize(1);
        assertThat(picqer.get("/suppliers/9500").status()).isEqualTo(200);
    }

    private void perform(String action, ObjectNode arguments) {
        ShopActions.perform(picqer.shop, action, arguments);
    }
}
