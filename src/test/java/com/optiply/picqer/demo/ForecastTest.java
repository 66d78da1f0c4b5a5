package com.optiply.picqer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The forecast judges the engine, so what it says is checked here by hand, against mapping.md. */
class ForecastTest {
    private final Forecast forecast = new Forecast(new ExpectedFates(18));

    private static JsonNode product(int id, String fields) {
        return RequestedWrites.json(
                """
                {"idproduct":%d,"productcode":"A-1","name":"Hose","price":24.95,"active":true,
                 "stock":[{"idwarehouse":18,"freestock":7},{"idwarehouse":21,"freestock":40}]%s}"""
                        .formatted(id, fields));
    }

    @Test
    void sendsAnEligibleProductWithTheStockOfTheMainWarehouse() {
        ExpectedRun run = forecast.next(List.of(product(1, "")));

        assertThat(run.created()).isOne();
        assertThat(forecast.held().get("1"))
                .isEqualTo(Map.of(
                        "name", "Hose",
                        "skuCode", "A-1",
                        "articleCode", "A-1",
                        "price", "24.95",
                        "unlimitedStock", "false",
                        "assembled", "false",
                        "stockLevel", "7",
                        "status", "enabled"));
    }

    @Test
    void keepsOutWhatIsInactiveUnlimitedOrAssembledButACompositionWithStock() {
        ExpectedRun run = forecast.next(List.of(
                product(1, ",\"active\":false"),
                product(2, ",\"unlimitedstock\":true"),
                product(3, ",\"type\":\"virtual_composition\""),
                product(4, ",\"type\":\"composition_with_stock\"")));

        assertThat(run.filtered()).isEqualTo(Map.of("inactive", 1L, "unlimited_stock", 1L, "assembled", 1L));
        assertThat(forecast.held()).containsOnlyKeys("4");
    }

    @Test
    void parksWhatCannotBeReadOrHasNoStockOrIsBeyondOptiply() {
        ExpectedRun run = forecast.next(List.of(
                product(1, ",\"price\":\"on request\""), product(2, ",\"stock\":null"), product(3, ",\"price\":-1")));

        assertThat(run.parked()).isEqualTo(Map.of("unreadable", 1L, "stock_missing", 1L, "rejected", 1L));
        assertThat(run.writes()).isEmpty();
    }

    @Test
    void roundsHalfUpAndCountsIt() {
        ExpectedRun run = forecast.next(List.of(product(1, ",\"price\":1.005")));

        assertThat(forecast.held().get("1")).containsEntry("price", "1.01");
        assertThat(run.adjusted()).isEqualTo(Map.of("price_rounded", 1L));
    }

    @Test
    void hidesWithOneAttributeWhatIsNoLongerEligible() {
        forecast.next(List.of(product(1, "")));

        ExpectedRun run = forecast.next(List.of(product(1, ",\"active\":false,\"name\":\"Other\"")));

        assertThat(run.writes()).singleElement().hasToString("change 1 {status=disabled}");
    }

    @Test
    void keepsTheLastPriceThatOptiplyCouldTake() {
        forecast.next(List.of(product(1, "")));

        ExpectedRun run = forecast.next(List.of(product(1, ",\"price\":12500000")));

        assertThat(run.unchanged()).isOne();
        assertThat(forecast.held().get("1")).containsEntry("price", "24.95");
    }

    @Test
    void disablesWhatIsMissingTwiceRunningAndOnlyOnce() {
        forecast.next(List.of(product(1, "")));

        assertThat(forecast.next(List.of()).writes()).isEmpty();
        assertThat(forecast.next(List.of()).writes()).singleElement().hasToString("change 1 {status=disabled}");
        assertThat(forecast.next(List.of()).read()).isZero();
    }
}
