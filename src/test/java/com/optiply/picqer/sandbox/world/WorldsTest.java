package com.optiply.picqer.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.picqer.ApiKey;
import com.optiply.picqer.sandbox.picqer.PicqerShop;
import com.optiply.picqer.sandbox.picqer.PicqerSwitches;
import com.optiply.picqer.sandbox.server.SandboxClock;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WorldsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SEED = 7;

    private static PicqerShop shop(World world, long seed) {
        return new PicqerShop(
                SandboxClock.standing(Instant.parse("2025-10-08T08:00:00Z")),
                List.of(ApiKey.admin("admin", "key")),
                500,
                PicqerSwitches.DEFAULTS,
                shop -> world.fill(shop, seed));
    }

    @Test
    void makesTheSameShopFromTheSameSeedAndAnotherFromAnother() {
        for (World world : List.of(Worlds.plain(50), Worlds.awkward())) {
            assertThat(shop(world, SEED).state())
                    .as("seed %d", SEED)
                    .isEqualTo(shop(world, SEED).state());
            assertThat(shop(world, SEED).state())
                    .isNotEqualTo(shop(world, SEED + 1).state());
        }
    }

    @Test
    void writesPlainProductsWhoseNumbersAddUp() {
        PicqerShop shop = shop(Worlds.plain(500), SEED);

        assertThat(shop.allProducts()).hasSize(500).allSatisfy(product -> {
            assertThat(product.path("barcode").asText()).hasSize(13);
            assertThat(product.path("price").decimalValue()).isBetween(BigDecimal.ONE, BigDecimal.TEN.pow(2));
            JsonNode main = product.path("stock").path(0);
            assertThat(main.path("reserved").asInt())
                    .isEqualTo(main.path("reservedbackorders").asInt()
                            + main.path("reservedpicklists").asInt());
            assertThat(main.path("freestock").asInt())
                    .isEqualTo(
                            main.path("stock").asInt() - main.path("reserved").asInt());
        });
    }

    /** The shortcuts of a generated row must agree with what it writes. */
    @Test
    void answersFiltersAsItsOwnTextWould() {
        shop(Worlds.plain(60), SEED).allProducts().forEach(product -> {
            PlainProduct row = new PlainProduct(
                    product.path("idproduct").asLong(),
                    SEED,
                    product.path("idsupplier").asLong());
            for (String field :
                    List.of("idproduct", "idsupplier", "productcode", "active", "type", "name", "barcode")) {
                assertThat(row.text(field)).isEqualTo(product.path(field).asText());
            }
            for (int i = 0; i < 2; i++) {
                JsonNode stock = product.path("stock").path(i);
                boolean filled = stock.path("stock").asInt() != 0
                        || stock.path("reserved").asInt() != 0;
                assertThat(row.isStockedIn(stock.path("idwarehouse").asLong())).isEqualTo(filled);
            }
        });
    }

    @Test
    void changesAGeneratedProductLikeAnyOther() {
        PicqerShop shop = shop(Worlds.plain(3), SEED);

        ObjectNode changed =
                shop.user().changeProduct(100_002, JSON.createObjectNode().put("name", "Changed"));

        assertThat(shop.product(100_002)).contains(changed);
        assertThat(changed.path("name").asText()).isEqualTo("Changed");
    }

    @Test
    void keepsTheAwkwardShopsListsAtTheirSizes() {
        JsonNode state = shop(Worlds.awkward(), SEED).state();

        assertThat(state.path("products")).hasSize(AwkwardWorld.ACTIVE_PRODUCTS);
        assertThat(state.path("inactive_products")).hasSize(AwkwardWorld.INACTIVE_PRODUCTS);
        assertThat(state.path("suppliers")).hasSize(AwkwardWorld.ACTIVE_SUPPLIERS);
        assertThat(state.path("inactive_suppliers").path(0).path("idsupplier").asLong())
                .isEqualTo(AwkwardWorld.INACTIVE_SUPPLIER);
    }

    @Test
    void namesEveryAwkwardCaseOnceAndSaysWhatItIs() throws Exception {
        Set<String> names = new HashSet<>();
        for (AwkwardCase each : AwkwardWorld.cases()) {
            assertThat(names.add(each.name())).as(each.name()).isTrue();
            assertThat(each.about()).endsWith(".");
            assertThat(AwkwardWorld.named(each.name())).contains(each);
            assertThat(JSON.readTree(each.json()).isObject()).as(each.json()).isTrue();
        }
        assertThat(AwkwardWorld.named("nothing-like-it")).isEmpty();
    }

    @Test
    void showsEveryAwkwardCaseInTheShop() {
        JsonNode state = shop(Worlds.awkward(), SEED).state();
        Set<JsonNode> rows = new HashSet<>();
        state.path("products").forEach(rows::add);
        state.path("inactive_products").forEach(rows::add);
        Set<String> texts = rows.stream().map(JsonNode::toString).collect(Collectors.toSet());

        assertThat(AwkwardWorld.cases())
                .hasSizeGreaterThan(80)
                .allSatisfy(each -> assertThat(texts).as(each.name()).contains(compact(each.json())));
    }

    private static String compact(String json) throws IOException {
        return JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build()
                .readTree(json)
                .toString();
    }

    @Test
    void givesTheCompositionsTheirParts() {
        PicqerShop shop = shop(Worlds.awkward(), SEED);
        long composed = AwkwardWorld.named("type-virtual").orElseThrow().idproduct();

        JsonNode order = shop.user()
                .addOrder(JSON.createObjectNode()
                        .set(
                                "products",
                                JSON.createArrayNode()
                                        .add(JSON.createObjectNode()
                                                .put("idproduct", composed)
                                                .put("amount", 1))));

        assertThat(order.path("products").findValuesAsText("amount")).containsExactly("1", "2", "1");
    }
}
