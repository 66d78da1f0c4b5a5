package com.optiply.picqer.sandbox.picqer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an order after it was made. */
class PicqerOrderChangesTest {
    private final PicqerClient picqer = PicqerClient.withProducts(3);
    private final ShopUser user = picqer.shop.user();
    private long line;

    @BeforeEach
    void orderTwoOfFive() {
        user.setStock(70001, 18, Stock.of(5));
        JsonNode order = picqer.post(
                        "/orders",
                        "{\"products\":[{\"idproduct\":70001,\"amount\":2},{\"idproduct\":70002,\"amount\":1}]}")
                .json();
        line = order.path("products").path(0).path("idorder_product").asLong();
        picqer.clock.advance(Duration.ofMinutes(1));
    }

    private JsonNode order() {
        return picqer.get("/orders/801001").json();
    }

    private int reserved() {
        return picqer.get("/products/70001/stock/18").json().path("reserved").asInt();
    }

    @ParameterizedTest
    @ValueSource(strings = {"concept", "expected", "processing", "paused", "completed", "cancelled"})
    void takesAnyStatusThatAPersonGivesIt(String status) {
        user.changeOrderStatus(801001, status);

        assertThat(order().path("status").asText()).isEqualTo(status);
        assertThat(order().path("updated").asText()).isEqualTo("2025-10-08 10:01:00");
        assertThat(picqer.get("/orders?status=" + status).json()).hasSize(1);
    }

    @Test
    void cancelsItsAmountsWithItAndTakesThatBack() {
        user.processOrder(801001);
        user.changeOrderStatus(801001, "cancelled");
        assertThat(order().findValuesAsText("amount_cancelled")).containsExactly("2", "1");
        assertThat(reserved()).isZero();

        assertThat(picqer.post("/orders/801001/undo-cancellation", "").status()).isEqualTo(200);

        assertThat(order().path("status").asText()).isEqualTo("concept");
        assertThat(order().findValuesAsText("amount_cancelled")).containsExactly("0", "0");
    }

    @Test
    void goesBackIntoWorkOrToConcept() {
        user.changeOrderStatus(801001, "completed");

        assertThat(status("reopen")).isEqualTo("processing");
        assertThat(status("change-to-concept")).isEqualTo("concept");
        assertThat(picqer.post("/orders/801001/reopen", "")
                        .json()
                        .path("error_code")
                        .asInt())
                .isEqualTo(21);
    }

    private String status(String action) {
        return picqer.post("/orders/801001/" + action, "").json().path("status").asText();
    }

    @Test
    void processesAnExpectedOrder() {
        user.changeOrderStatus(801001, "expected");

        assertThat(status("process")).isEqualTo("processing");
        assertThat(reserved()).isEqualTo(2);
    }

    @Test
    void changesLinesThroughTheApiOnlyBeforeTheOrderIsInWork() {
        String uri = "/orders/801001/products/" + line;
        assertThat(picqer.put(uri, "{\"amount\":4,\"price\":19.95}").status()).isEqualTo(200);
        assertThat(order().path("products").path(0).path("price").asText()).isEqualTo("19.95");

        user.processOrder(801001);

        assertThat(picqer.put(uri, "{\"amount\":1}").json().path("error_code").asInt())
                .isEqualTo(33);
        assertThat(picqer.delete(uri).json().path("error_code").asInt()).isEqualTo(33);
        user.changeOrderStatus(801001, "completed");
        assertThat(picqer.delete(uri).json().path("error_code").asInt()).isEqualTo(32);
    }

    @Test
    void holdsWhatAChangedOrderNeedsNow() {
        user.processOrder(801001);
        assertThat(reserved()).isEqualTo(2);

        user.changeOrderLine(801001, line, PicqerJson.object().put("amount", 4));

        assertThat(reserved()).isEqualTo(4);
        assertThat(order().path("status").asText()).isEqualTo("processing");
        user.removeOrderLine(801001, line);
        assertThat(reserved()).isZero();
        assertThat(order().path("products")).hasSize(1);
    }

    @Test
    void addsALineToAnOrderInWork() {
        user.processOrder(801001);

        user.addOrderLine(801001, PicqerJson.object().put("idproduct", 70003).put("amount", 3));

        assertThat(order().findValuesAsText("amount")).containsExactly("2", "1", "3");
    }

    @Test
    void changesAndRemovesACompositionWithItsParts() {
        user.changeProduct(70003, PicqerJson.object().put("type", "virtual_composition"));
        user.addPart(70003, 70001, 2);
        ObjectNode made = user.addOrderLine(
                801001, PicqerJson.object().put("idproduct", 70003).put("amount", 1));
        long composed = made.path("products").path(2).path("idorder_product").asLong();

        user.changeOrderLine(801001, composed, PicqerJson.object().put("amount", 3));
        assertThat(order().findValuesAsText("amount")).containsExactly("2", "1", "3", "6");

        picqer.delete("/orders/801001/products/" + composed);
        assertThat(order().findValuesAsText("amount")).containsExactly("2", "1");
    }

    @Test
    void saysFromWhereItMayShip() {
        user.changeOrder(801001, PicqerJson.object().set("warehouses", PicqerJson.array()));
        assertThat(order().path("warehouses")).isEmpty();
        assertThat(picqer.get("/orders?idwarehouse=18").json()).isEmpty();

        user.changeOrder(
                801001, PicqerJson.object().set("warehouses", PicqerJson.array().add(21)));
        assertThat(picqer.get("/orders?idwarehouse=21").json()).hasSize(1);
    }

    @Test
    void findsTheRowsBetweenTwoIdsInEitherOrder() {
        for (int i = 0; i < 249; i++) {
            user.addOrder(PicqerJson.object());
        }
        user.changeOrderStatus(801200, "paused");
        user.changeOrderStatus(801100, "paused");

        assertThat(picqer.get("/orders?sinceid=801097&beforeid=801101").each("idorder"))
                .isEqualTo(List.of("801100", "801099", "801098"));
        assertThat(picqer.get("/orders?sinceid=801001&beforeid=801250&offset=200")
                        .each("idorder"))
                .hasSize(48)
                .startsWith("801049")
                .endsWith("801002");
        assertThat(picqer.get("/orders?beforeid=801150&status=paused").each("idorder"))
                .containsExactly("801100");
        assertThat(picqer.get("/orders?sinceid=801250").json()).isEmpty();
        assertThat(picqer.get("/orders?sinceid=5&beforeid=3").json()).isEmpty();
        ShopActions.perform(
                picqer.shop,
                "switch",
                PicqerJson.object().set("fields", PicqerJson.object().put("order", "oldest_first")));
        assertThat(picqer.get("/orders?sinceid=801097").each("idorder")).startsWith("801098", "801099");
    }
}
