package com.optiply.picqer.sandbox.picqer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** Rows that were there before anybody looked, with ids and times of their own. */
class PicqerHistoryTest {
    private final PicqerClient picqer = PicqerClient.withProducts(3);
    private final ShopUser user = picqer.shop.user();

    @Test
    void showsAnOldRowExactlyAsItWasWritten() {
        String supplier = "{\"idsupplier\":9001,\"name\":\"\",\"active\":true}";
        String order = "{\"idpurchaseorder\":4000,\"status\":\"purchased\",\"created\":\"2023-01-02 03:04:05\"}";
        String receipt = "{\"idreceipt\":3000, \"version\":1,\"products\":[]}";
        String sale = "{\"idorder\":700000,\"status\":\"expected\",\"warehouses\":[],\"products\":[]}";

        user.putSupplierVerbatim(supplier);
        user.putPurchaseOrderVerbatim(order);
        user.putReceiptVerbatim(receipt);
        user.putOrderVerbatim(sale);

        assertThat(picqer.get("/suppliers/9001").text()).isEqualTo(supplier);
        assertThat(picqer.get("/purchaseorders").text()).isEqualTo("[" + order + "]");
        assertThat(picqer.get("/receipts").text()).isEqualTo("[" + receipt + "]");
        assertThat(picqer.get("/orders?status=expected").text()).isEqualTo("[" + sale + "]");
    }

    @Test
    void putsAnInactiveSupplierIntoTheOtherList() {
        user.putSupplierVerbatim("{\"idsupplier\":9402,\"name\":\"Gone\",\"active\":false}");

        assertThat(picqer.get("/suppliers").each("idsupplier")).containsExactly("9401");
        assertThat(picqer.get("/suppliers?inactive=true").each("idsupplier")).containsExactly("9402");
    }

    @Test
    void givesRowsWithoutAUsableIdTheNextPlace() {
        user.putOrderVerbatim("{\"idorder\":801500,\"products\":[]}");

        assertThat(user.putOrderVerbatim("{\"products\":[]}")).isEqualTo(801_501);
        assertThat(picqer.get("/orders").each("idorder")).containsExactly("801500");
    }

    /** Otherwise two lines of a shop would have one id, which Picqer never does. */
    @Test
    void makesLinesWithIdsAboveThoseThatWerePutIn() {
        user.putOrderVerbatim("{\"idorder\":801500,\"products\":[{\"idorder_product\":900000}]}");
        user.putPurchaseOrderVerbatim(
                "{\"idpurchaseorder\":6000,\"products\":[{\"idpurchaseorder_product\":900100,\"idproduct\":70001}]}");
        user.putReceiptVerbatim("{\"idreceipt\":40000,\"products\":[{\"idreceipt_product\":900200}]}");

        ObjectNode sale = user.addOrder(line());
        ObjectNode order = user.addPurchaseOrder(line().put("idsupplier", 9401));
        user.markAsPurchased(6001);
        ObjectNode receipt = user.receiveGoods(6001, 70001, 1, 2);

        assertThat(sale.findValuesAsText("idorder_product")).containsExactly("900001");
        assertThat(order.findValuesAsText("idpurchaseorder_product")).containsExactly("900101");
        assertThat(receipt.findValuesAsText("idreceipt_product")).containsExactly("900201");
    }

    private static ObjectNode line() {
        ObjectNode order = PicqerJson.object();
        order.putArray("products").addObject().put("idproduct", 70001).put("amount", 1);
        return order;
    }

    @Test
    void changesAnOldRowLikeAnyOther() {
        user.putPurchaseOrderVerbatim("{\"idpurchaseorder\":4000,\"status\":\"received\","
                + "\"updated\":\"2023-01-02 03:04:05\",\"products\":[]}");

        user.reopenPurchaseOrder(4000);

        assertThat(picqer.get("/purchaseorders?updated_after=2025-10-08%2009:59:59")
                        .each("status"))
                .containsExactly("purchased");
    }

    @Test
    void revertsAnOldReceiptOfThingsThatAreGone() {
        user.putReceiptVerbatim(
                "{\"idreceipt\":40000,\"version\":2,\"idwarehouse\":null,\"amount_received\":4,\"products\":["
                        + "{\"idreceipt_product\":1,\"idproduct\":5,\"idpurchaseorder\":6,\"amount\":4}]}");

        user.revertReceiptLine(40000, 1);

        assertThat(picqer.get("/receipts/40000").json().path("amount_received").asInt())
                .isZero();
    }
}
