package com.optiply.picqer.optiply;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.door.DoorSamples;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptiplyProductTest {
    private static final OptiplyProduct KETTLE = new OptiplyProduct(
            "Kettle 1.7L",
            "KT-17",
            "KT-17",
            "8712345678906",
            new BigDecimal("24.90"),
            false,
            false,
            -41,
            Status.ENABLED,
            null,
            null);

    /** The answer to a POST as it stands in the contract (Optiply 6.1), with the values of the kettle above. */
    private static final String ANSWER =
            """
            {"uuid":"0f3c8a52","accountId":1380,"name":"Kettle 1.7L","skuCode":"KT-17","articleCode":"KT-17",
             "eanCode":"8712345678906","price":"24.90","unlimitedStock":false,"stockLevel":-41,"status":"enabled",
             "assembled":false,"notBeingBought":false,"ignored":false,"novel":true,"minimumStock":null,
             "manualServiceLevel":null,"category":null,"createdFromPublicApi":true,"remoteIdMap":{"9021":"10001"},
             "remoteDataSyncedToDate":null,"createdAt":"2026-03-02T08:11:04Z"}
            """;

    @Test
    void sendsItsAttributesInTheOrderOfTheContract() {
        assertThat(KETTLE.attributes().json())
                .isEqualTo("{\"name\":\"Kettle 1.7L\",\"skuCode\":\"KT-17\",\"articleCode\":\"KT-17\","
                        + "\"eanCode\":\"8712345678906\",\"price\":24.90,\"unlimitedStock\":false,"
                        + "\"assembled\":false,\"stockLevel\":-41,\"status\":\"enabled\"}");
    }

    @Test
    void leavesOutWhatTheSourceDoesNotHave() {
        OptiplyProduct bare =
                new OptiplyProduct("", null, null, null, null, true, true, 0, Status.DISABLED, null, null);

        assertThat(bare.attributes().json())
                .isEqualTo("{\"name\":\"\",\"unlimitedStock\":true,\"assembled\":true,\"stockLevel\":0,"
                        + "\"status\":\"disabled\"}");
    }

    @Test
    void readsBackFromOptiplysAnswerExactlyWhatWasSent() {
        assertThat(Kind.PRODUCTS.owned(DoorSamples.read(ANSWER)).json())
                .isEqualTo(KETTLE.attributes().json());
    }

    @Test
    void whatIsNullThereCountsAsNotGiven() {
        Attributes owned = Kind.PRODUCTS.owned(DoorSamples.read(
                "{\"name\":\"Kettle\",\"skuCode\":null,\"price\":null,\"stockLevel\":4,\"status\":\"enabled\"}"));

        assertThat(owned.has(OptiplyProduct.SKU_CODE)).isFalse();
        assertThat(owned.has(OptiplyProduct.PRICE)).isFalse();
        assertThat(owned.has(OptiplyProduct.EAN_CODE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'\"24.9\"', 24.90", "'\"24.90\"', 24.90", "24.9, 24.90", "24, 24.00", "'\"0\"', 0.00"})
    void takesMoneyAsTextAndAsANumber(String price, String owned) {
        Attributes attributes = Kind.PRODUCTS.owned(DoorSamples.read("{\"price\":" + price + "}"));

        assertThat(attributes.get(OptiplyProduct.PRICE)).hasToString(owned);
    }

    @Test
    void anEmptyTextThereIsAValueThatHasToBeCleared() {
        Attributes there = Kind.PRODUCTS.owned(DoorSamples.read("{\"eanCode\":\"\"}"));
        Attributes wanted = there.without(Attributes.parse("{\"eanCode\":1}"));

        assertThat(there.changesTo(wanted).json()).isEqualTo("{\"eanCode\":null}");
    }
}
