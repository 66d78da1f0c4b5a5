package com.optiply.picqer.sandbox.picqer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PicqerOrdersTest {
    private final PicqerClient picqer = PicqerClient.withProducts(3);

    @BeforeEach
    void putFiveOnTheShelf() {
        picqer.shop.user().setStock(70001, 18, Stock.of(5));
    }

    private JsonNode order(int amount) {
        return picqer.post(
                        "/orders",
                        "{\"reference\":\"W-1\",\"products\":[{\"idproduct\":70001,\"amount\":" + amount + "}]}")
                .json();
    }

    private JsonNode stock() {
        return picqer.get("/products/70001/stock/18").json();
    }

    @Test
    void reservesNothingForAConcept() {
        assertThat(order(2).path("status").asText()).isEqualTo("concept");
        assertThat(stock().path("freestock").asInt()).isEqualTo(5);
    }

    @Test
    void picksWhatIsThereAndLetsTheRestWait() {
        order(8);

        JsonNode processed = picqer.post("/orders/801001/process", "").json();

        assertThat(processed.path("status").asText()).isEqualTo("processing");
        assertThat(processed.path("picklists").findValuesAsText("idpicklist")).containsExactly("610001");
        assertThat(stock().path("reservedpicklists").asInt()).isEqualTo(5);
        assertThat(stock().path("reservedbackorders").asInt()).isEqualTo(3);
        assertThat(stock().path("freestock").asInt()).isEqualTo(-3);
        assertThat(picqer.get("/backorders").each("amount")).containsExactly("3");
        assertThat(picqer.get("/stockhistory").json()).isEmpty();
    }

    @Test
    void completesAnOrderWhenItsPicklistIsClosed() {
        order(2);
        picqer.post("/orders/801001/process", "");
        picqer.clock.advance(Duration.ofMinutes(3));

        picqer.post("/picklists/610001/close", "");

        assertThat(picqer.get("/orders/801001").json().path("status").asText()).isEqualTo("completed");
        assertThat(stock().path("stock").asInt()).isEqualTo(3);
        assertThat(stock().path("freestock").asInt()).isEqualTo(3);
        assertThat(picqer.get("/picklists?closed_after=2025-10-08%2010:02:59").each("status"))
                .containsExactly("closed");
        assertThat(picqer.post("/picklists/610001/close", "").status()).isEqualTo(400);
    }

    @Test
    void givesBackWhatACancelledOrderHeld() {
        order(8);
        picqer.post("/orders/801001/process", "");

        assertThat(picqer.delete("/orders/801001").status()).isEqualTo(204);

        assertThat(stock().path("reserved").asInt()).isZero();
        assertThat(picqer.get("/backorders").json()).isEmpty();
        JsonNode cancelled = picqer.get("/orders/801001").json();
        assertThat(cancelled.path("status").asText()).isEqualTo("cancelled");
        assertThat(cancelled.path("products").path(0).path("amount_cancelled").asInt())
                .isEqualTo(8);
        assertThat(picqer.delete("/orders/801001").json().path("error_code").asInt())
                .isEqualTo(32);
    }

    @Test
    void explodesACompositionIntoItsParts() {
        picqer.shop.user().changeProduct(70003, PicqerJson.object().put("type", "virtual_composition"));
        picqer.shop.user().addPart(70003, 70001, 2);

        JsonNode lines = picqer.post("/orders", "{\"products\":[{\"idproduct\":70003,\"amount\":2}]}")
                .json()
                .path("products");

        assertThat(lines.findValuesAsText("has_parts")).containsExactly("true", "false");
        assertThat(lines.findValuesAsText("amount")).containsExactly("2", "4");
        assertThat(lines.path(1).path("partof_idorder_product").asLong())
                .isEqualTo(lines.path(0).path("idorder_product").asLong());
        picqer.post("/orders/801001/process", "");
        assertThat(stock().path("reservedpicklists").asInt()).isEqualTo(4);
    }

    @Test
    void refusesToProcessAnOrderWithoutLines() {
        picqer.post("/orders", "{}");

        assertThat(picqer.post("/orders/801001/process", "")
                        .json()
                        .path("error_code")
                        .asInt())
                .isEqualTo(13);
        assertThat(picqer.post("/orders/801001/products", "{\"idproduct\":70001}")
                        .json()
                        .path("error_code")
                        .asInt())
                .isEqualTo(23);
    }

    @Test
    void pausesAndResumes() {
        order(1);
        picqer.post("/orders/801001/process", "");

        assertThat(picqer.post("/orders/801001/pause", "").json().path("status").asText())
                .isEqualTo("paused");
        assertThat(picqer.post("/orders/801001/resume", "")
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("processing");
        assertThat(picqer.post("/orders/801001/resume", "")
                        .json()
                        .path("error_code")
                        .asInt())
                .isEqualTo(21);
    }

    @ParameterizedTest
    @CsvSource({
        "sinceid=801001, '801003,801002'",
        "beforeid=801002, 801001",
        "sincedate=2025-10-08%2010:00:00, '801003,801002'",
        "untildate=2025-10-08%2010:01:00, 801001",
        "status=processing, 801002",
        "reference=W-1, '801003,801002,801001'",
        "idwarehouse=18, '801003,801002,801001'",
        "idwarehouse=99, ''",
        "search=o2025-1002, 801002",
        "updated_after=2099-01-01, '801003,801002,801001'"
    })
    void filtersByCreationAndIdButNeverByChange(String query, String ids) {
        for (int i = 0; i < 3; i++) {
            order(1);
            picqer.clock.advance(Duration.ofMinutes(1));
        }
        picqer.post("/orders/801002/process", "");

        assertThat(String.join(",", ids(picqer.get("/orders?" + query).json()))).isEqualTo(ids);
    }

    private static List<String> ids(JsonNode orders) {
        return StreamSupport.stream(orders.spliterator(), false)
                .map(order -> order.path("idorder").asText())
                .toList();
    }
}
