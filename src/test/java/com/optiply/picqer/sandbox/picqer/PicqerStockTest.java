package com.optiply.picqer.sandbox.picqer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PicqerStockTest {
    private final PicqerClient picqer = PicqerClient.withProducts(2);

    @Test
    void computesReservedAndLetsFreeStockFallBelowZero() {
        picqer.shop.user().setStock(70001, 18, new Stock(3, 7, 2, 1));

        assertThat(picqer.get("/products/70001/stock").json().path(0).toString())
                .isEqualTo("{\"idwarehouse\":18,\"stock\":3,\"reserved\":10,\"reservedbackorders\":7,"
                        + "\"reservedpicklists\":2,\"reservedallocations\":1,\"freestock\":-7}");
    }

    @Test
    void leavesProductsWithNeitherStockNorReservationsOutOfAWarehouse() {
        picqer.shop.user().setStock(70002, 21, new Stock(0, 1, 0, 0));

        assertThat(picqer.get("/warehouses/18/stock").json()).isEmpty();
        JsonNode rows = picqer.get("/warehouses/21/stock").json();
        assertThat(rows).hasSize(1);
        assertThat(rows.path(0).path("productcode").asText()).isEqualTo("SKU-2");
        assertThat(rows.path(0).path("stock").path("freestock").asInt()).isEqualTo(-1);
        assertThat(picqer.get("/warehouses/99/stock").status()).isEqualTo(404);
    }

    @Test
    void booksAChangeAndWritesItDown() {
        picqer.post("/products/70001/stock/18", "{\"change\":5,\"reason\":\"Found\",\"idlocation\":null}");
        picqer.post("/products/70001/stock/18", "{\"amount\":3,\"reason\":\"Counted\"}");

        assertThat(picqer.get("/products/70001/stock/18")
                        .json()
                        .path("freestock")
                        .asInt())
                .isEqualTo(3);
        JsonNode history = picqer.get("/stockhistory?idproduct=70001").json();
        assertThat(history.findValuesAsText("stock_change")).containsExactly("-2", "5");
        assertThat(history.path(0).path("old_stock").asInt()).isEqualTo(5);
        assertThat(history.path(0).path("new_stock").asInt()).isEqualTo(3);
    }

    @Test
    void refusesStockBelowWhatPicklistsHold() {
        picqer.shop.user().setStock(70001, 18, new Stock(5, 0, 4, 0));

        assertThat(picqer.post("/products/70001/stock/18", "{\"change\":-2,\"reason\":\"Lost\"}")
                        .status())
                .isEqualTo(400);
        assertThat(picqer.post("/products/70001/stock/18", "{\"change\":-1,\"reason\":\"Lost\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void leavesUpdatedAloneWhenStockMovesUnlessTheSwitchSaysOtherwise() {
        picqer.clock.advance(Duration.ofHours(1));
        picqer.shop.user().setStock(70001, 18, Stock.of(4));
        assertThat(updated()).isEqualTo("2025-10-08 10:00:00");

        picqer.shop.perform(
                "switch", PicqerJson.object().set("fields", PicqerJson.object().put("stock_moves_updated", true)));
        picqer.shop.user().setStock(70001, 18, Stock.of(5));

        assertThat(updated()).isEqualTo("2025-10-08 11:00:00");
    }

    private String updated() {
        return picqer.get("/products/70001").json().path("updated").asText();
    }

    @Test
    void mendsAStockArrayThatWasBroken() {
        picqer.shop.user().putProductVerbatim("{\"idproduct\":80001,\"name\":\"B\",\"stock\":null,\"active\":true}");

        picqer.shop.user().setStock(80001, 18, Stock.of(2));

        assertThat(picqer.get("/products/80001/stock").json()).hasSize(1);
    }

    @Test
    void keepsReorderPointsPerWarehouse() {
        picqer.put("/products/70001/warehouses/21", "{\"stock_level_order\":10,\"stock_location\":\"A1\",\"x\":1}");

        assertThat(picqer.get("/products/70001/warehouses").text())
                .isEqualTo("[{\"idwarehouse\":18,\"stock_level_order\":null,\"stock_level_desired\":null,"
                        + "\"stock_location\":null},{\"idwarehouse\":21,\"stock_level_order\":10,"
                        + "\"stock_level_desired\":null,\"stock_location\":\"A1\"}]");
    }
}
