package com.optiply.picqer.sandbox.picqer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.sandbox.picqer.PicqerClient.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PicqerPurchaseOrdersTest {
    private static final String TWELVE_OF_ONE = "{\"idsupplier\":9401,\"remarks\":\"Ordernummer Optiply: 1\","
            + "\"products\":[{\"idproduct\":70001,\"amount\":12}]}";

    private final PicqerClient picqer = PicqerClient.withProducts(3);

    private JsonNode create(String body) {
        Answer answer = picqer.post("/purchaseorders", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private int errorOf(Answer answer) {
        assertThat(answer.status()).isBetween(400, 404);
        return answer.json().path("error_code").asInt();
    }

    @Test
    void createsAConceptInTheFormThatPicqerDocuments() {
        create(TWELVE_OF_ONE);

        assertThat(picqer.get("/purchaseorders").text())
                .isEqualTo("[{\"idpurchaseorder\":5101,\"idsupplier\":9401,\"idtemplate\":null,\"idwarehouse\":18,"
                        + "\"purchaseorderid\":\"202500001\",\"supplier_name\":null,\"supplier_orderid\":null,"
                        + "\"status\":\"concept\",\"remarks\":\"Ordernummer Optiply: 1\",\"delivery_date\":null,"
                        + "\"language\":\"nl\",\"purchased_by_iduser\":null,\"purchased_at\":null,"
                        + "\"completed_by_iduser\":null,\"completed_at\":null,\"created_by_iduser\":null,"
                        + "\"created\":\"2025-10-08 10:00:00\",\"updated\":\"2025-10-08 10:00:00\","
                        + "\"idfulfilment_customer\":null,\"comment_count\":0,"
                        + "\"products\":[{\"idpurchaseorder_product\":88101,\"idproduct\":70001,\"idvatgroup\":18,"
                        + "\"productcode\":\"SKU-1\",\"productcode_supplier\":\"\",\"name\":\"Garden hose 1\","
                        + "\"price\":11,\"amount\":12,\"amountreceived\":0,\"delivery_date\":null,\"weight\":0}]}]");
    }

    @Test
    void takesNeitherStatusNorTheNameOfALineFromTheClient() {
        JsonNode order = create("{\"supplier_name\":\"Kade BV\",\"status\":\"purchased\","
                + "\"products\":[{\"idproduct\":70001,\"amount\":1,\"name\":\"Mine\",\"price\":9.5}]}");

        assertThat(order.path("status").asText()).isEqualTo("concept");
        assertThat(order.path("idsupplier").isNull()).isTrue();
        assertThat(order.path("supplier_name").asText()).isEqualTo("Kade BV");
        JsonNode line = order.path("products").path(0);
        assertThat(line.path("name").asText()).isEqualTo("Garden hose 1");
        assertThat(line.path("price").asText()).isEqualTo("9.5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                                       | 5",
                "{\"idsupplier\":1}                                                       | 20",
                "{\"idsupplier\":9401,\"idwarehouse\":99}                                 | 20",
                "{\"idsupplier\":9401,\"products\":[{\"idproduct\":70001}]}               | 5",
                "{\"idsupplier\":9401,\"products\":[{\"idproduct\":1,\"amount\":1}]}      | 24",
                "{\"idsupplier\":9401,\"products\":[{\"idproduct\":70001,\"amount\":0}]}  | 16",
                "{\"idsupplier\":9401,\"products\":[{\"idproduct\":70001,\"amount\":1.5}]}| 16"
            })
    void refusesWithTheCodeOfTheReasonAndStoresNothing(String body, int code) {
        assertThat(errorOf(picqer.post("/purchaseorders", body))).isEqualTo(code);
        assertThat(picqer.get("/purchaseorders").json()).isEmpty();
    }

    @Test
    void goesFromConceptToPurchasedOnceOnly() {
        create(TWELVE_OF_ONE);
        picqer.clock.advance(Duration.ofMinutes(5));

        JsonNode purchased =
                picqer.post("/purchaseorders/5101/mark-as-purchased", "").json();

        assertThat(purchased.path("status").asText()).isEqualTo("purchased");
        assertThat(purchased.path("purchased_at").asText()).isEqualTo("2025-10-08 10:05:00");
        assertThat(purchased.path("updated").asText()).isEqualTo("2025-10-08 10:05:00");
        assertThat(errorOf(picqer.post("/purchaseorders/5101/mark-as-purchased", "")))
                .isEqualTo(21);
    }

    @Test
    void cancelsWhatIsOpenAndClosesWhatIsPurchased() {
        create(TWELVE_OF_ONE);
        create(TWELVE_OF_ONE);

        assertThat(errorOf(picqer.post("/purchaseorders/5101/close", ""))).isEqualTo(21);
        assertThat(picqer.post("/purchaseorders/5101/cancel", "")
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("cancelled");
        assertThat(errorOf(picqer.post("/purchaseorders/5101/cancel", ""))).isEqualTo(21);
        picqer.post("/purchaseorders/5102/mark-as-purchased", "");
        assertThat(picqer.post("/purchaseorders/5102/close", "")
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("received");
    }

    @Test
    void ignoresLinesInAChangeOfTheHeader() {
        create(TWELVE_OF_ONE);

        JsonNode changed = picqer.put("/purchaseorders/5101", "{\"supplier_orderid\":\"X1\",\"products\":[]}")
                .json();

        assertThat(changed.path("supplier_orderid").asText()).isEqualTo("X1");
        assertThat(changed.path("products")).hasSize(1);
    }

    @Test
    void changesLinesWhileTheOrderIsOpen() {
        create(TWELVE_OF_ONE);

        assertThat(picqer.post("/purchaseorders/5101/products", "{\"idproduct\":70002,\"amount\":3}")
                        .status())
                .isEqualTo(201);
        picqer.put("/purchaseorders/5101/products/88101", "{\"amount\":20,\"delivery_date\":\"2025-11-01\"}");
        assertThat(errorOf(picqer.put("/purchaseorders/5101/products/1", "{\"amount\":20}")))
                .isEqualTo(27);
        assertThat(picqer.get("/purchaseorders/5101/products").each("amount")).containsExactly("20", "3");

        assertThat(picqer.delete("/purchaseorders/5101/products/88101").status())
                .isEqualTo(204);
        assertThat(picqer.get("/purchaseorders/5101/products").each("amount")).containsExactly("3");
        picqer.post("/purchaseorders/5101/cancel", "");
        assertThat(errorOf(picqer.post("/purchaseorders/5101/products", "{\"idproduct\":70002,\"amount\":3}")))
                .isEqualTo(21);
    }

    @Test
    void listsOnlyWhatWasUpdatedAfterTheSecondAskedFor() {
        create(TWELVE_OF_ONE);
        picqer.clock.advance(Duration.ofSeconds(1));
        create(TWELVE_OF_ONE);
        String after = "/purchaseorders?updated_after=2025-10-08%2010:00:00";

        assertThat(picqer.get(after).each("idpurchaseorder")).containsExactly("5102");
        picqer.shop.perform(
                "switch", PicqerJson.object().set("fields", PicqerJson.object().put("after_is_inclusive", true)));
        assertThat(picqer.get(after).each("idpurchaseorder")).containsExactly("5102", "5101");
        assertThat(picqer.get("/purchaseorders?status=purchased").json()).isEmpty();
    }

    @Test
    void expectsGoodsOnlyOfPurchasedOrders() {
        create(TWELVE_OF_ONE);
        assertThat(picqer.get("/products/70001/expected").json()).isEmpty();

        picqer.shop.user().markAsPurchased(5101);
        picqer.shop.user().receiveGoods(5101, 70001, 5, 2);

        assertThat(picqer.get("/products/70001/expected").text())
                .isEqualTo("[{\"idpurchaseorder\":5101,\"idwarehouse\":18,\"delivery_date\":null,"
                        + "\"amount_to_receive\":7}]");
    }
}
