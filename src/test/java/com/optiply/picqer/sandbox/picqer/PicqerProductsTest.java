package com.optiply.picqer.sandbox.picqer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PicqerProductsTest {
    private final PicqerClient picqer = PicqerClient.withProducts(3);

    private static List<Integer> pageSizes(PicqerClient picqer) {
        List<Integer> sizes = new ArrayList<>();
        do {
            sizes.add(
                    picqer.get("/products?offset=" + sizes.size() * 100).json().size());
        } while (sizes.get(sizes.size() - 1) == 100);
        return sizes;
    }

    @ParameterizedTest
    @CsvSource({"0, '[0]'", "1, '[1]'", "99, '[99]'", "100, '[100, 0]'", "101, '[100, 1]'", "200, '[100, 100, 0]'"})
    void endsTheListWhereARealOneEnds(int products, String sizes) {
        assertThat(pageSizes(PicqerClient.withProducts(products)).toString()).isEqualTo(sizes);
    }

    @Test
    void listsTheNewestFirst() {
        assertThat(picqer.get("/products").each("productcode")).containsExactly("SKU-3", "SKU-2", "SKU-1");
    }

    @Test
    void showsAProductInTheFormThatPicqerDocuments() {
        assertThat(picqer.get("/products/70001").text())
                .isEqualTo("{\"idproduct\":70001,\"idvatgroup\":18,\"idsupplier\":9401,\"productcode\":\"SKU-1\","
                        + "\"name\":\"Garden hose 1\",\"price\":24,\"fixedstockprice\":11,"
                        + "\"productcode_supplier\":\"\","
                        + "\"deliverytime\":null,\"description\":\"\",\"barcode\":\"\",\"type\":\"normal\","
                        + "\"unlimitedstock\":false,\"weight\":null,\"length\":null,\"width\":null,\"height\":null,"
                        + "\"minimum_purchase_quantity\":null,\"purchase_in_quantities_of\":null,\"hs_code\":null,"
                        + "\"country_of_origin\":null,\"active\":true,\"assembled\":false,\"show_on_portal\":true,"
                        + "\"idfulfilment_customer\":null,\"analysis_pick_amount_per_day\":null,\"comment_count\":0,"
                        + "\"created\":\"2025-10-08 10:00:00\",\"updated\":\"2025-10-08 10:00:00\","
                        + "\"productfields\":[],\"images\":[],\"pricelists\":[],\"tags\":{},"
                        + "\"stock\":[{\"idwarehouse\":18,\"stock\":0,\"reserved\":0,\"reservedbackorders\":0,"
                        + "\"reservedpicklists\":0,\"reservedallocations\":0,\"freestock\":0},"
                        + "{\"idwarehouse\":21,\"stock\":0,\"reserved\":0,\"reservedbackorders\":0,"
                        + "\"reservedpicklists\":0,\"reservedallocations\":0,\"freestock\":0}]}");
    }

    @Test
    void movesRowsDownWhenAProductIsAddedBetweenTwoPages() {
        PicqerClient large = PicqerClient.withProducts(150);
        String lastOfFirstPage =
                large.get("/products").json().path(99).path("productcode").asText();

        large.post("/products", "{\"productcode\":\"NEW\",\"name\":\"New\",\"price\":1,\"idvatgroup\":18}");

        assertThat(large.get("/products?offset=100")
                        .json()
                        .path(0)
                        .path("productcode")
                        .asText())
                .isEqualTo(lastOfFirstPage);
    }

    @Test
    void skipsARowWhenAProductIsInactivatedBetweenTwoPages() {
        PicqerClient large = PicqerClient.withProducts(150);
        assertThat(large.get("/products?offset=100")
                        .json()
                        .path(0)
                        .path("productcode")
                        .asText())
                .isEqualTo("SKU-50");

        large.post("/products/70150/inactivate", "");

        assertThat(large.get("/products?offset=100")
                        .json()
                        .path(0)
                        .path("productcode")
                        .asText())
                .isEqualTo("SKU-49");
    }

    @Test
    void honoursOffsetsThatAreNoMultipleOfThePageUnlessTheSwitchRoundsThemDown() {
        PicqerClient large = PicqerClient.withProducts(150);

        assertThat(large.get("/products?offset=99")
                        .json()
                        .path(0)
                        .path("productcode")
                        .asText())
                .isEqualTo("SKU-51");
        large.shop.perform("switch", fields("{\"offsets\":\"rounded_down\"}"));
        assertThat(large.get("/products?offset=99")
                        .json()
                        .path(0)
                        .path("productcode")
                        .asText())
                .isEqualTo("SKU-150");
    }

    @ParameterizedTest
    @CsvSource({"-1", "abc", "''", "1e2", "99999999999"})
    void takesAnOffsetThatIsNoNumberForNone(String offset) {
        assertThat(picqer.get("/products?offset=" + offset).json()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "productcode=SKU-2, SKU-2",
        "productcode=sku-9, ''",
        "search=HOSE%203, SKU-3",
        "'idproducts=70001,70003', 'SKU-3,SKU-1'",
        "type=normal&productcode=SKU-1, SKU-1",
        "type=virtual_composition, ''",
        "idsupplier=9401, 'SKU-3,SKU-2,SKU-1'",
        "idsupplier=1, ''",
        "tag=Sale, SKU-2",
        "updated_after=2099-01-01%2000:00:00, 'SKU-3,SKU-2,SKU-1'",
        "limit=1&page=7&inactive=false, 'SKU-3,SKU-2,SKU-1'"
    })
    void filtersByWhatItKnowsAndIgnoresTheRest(String query, String codes) {
        picqer.shop.user().changeProduct(70002, PicqerJson.document("{\"tags\":{\"Sale\":{\"idtag\":1}}}".getBytes()));

        assertThat(String.join(",", picqer.get("/products?" + query).each("productcode")))
                .isEqualTo(codes);
    }

    @ParameterizedTest
    @CsvSource({"inactive", "inactive=true", "inactive=1"})
    void listsInactiveProductsOnlyWhenAskedForThem(String query) {
        picqer.shop.user().inactivateProduct(70002);

        assertThat(picqer.get("/products?" + query).each("productcode")).containsExactly("SKU-2");
        assertThat(picqer.get("/products").each("productcode")).containsExactly("SKU-3", "SKU-1");
    }

    @Test
    void bringsAnActivatedProductBackToItsPlace() {
        picqer.shop.user().inactivateProduct(70002);
        picqer.shop.user().activateProduct(70002);

        assertThat(picqer.get("/products").each("productcode")).containsExactly("SKU-3", "SKU-2", "SKU-1");
        assertThat(picqer.get("/products?inactive").json()).isEmpty();
    }

    @Test
    void writesChangesInTheShopsOwnWallClock() {
        picqer.clock.advance(Duration.ofDays(60));

        picqer.put("/products/70001", "{\"price\":12.50,\"idproduct\":5,\"stock\":[]}");

        JsonNode product = picqer.get("/products/70001").json();
        assertThat(product.path("updated").asText()).isEqualTo("2025-12-07 09:00:00");
        assertThat(product.path("created").asText()).isEqualTo("2025-10-08 10:00:00");
        assertThat(picqer.get("/products/70001").text()).contains("\"price\":12.50,");
        assertThat(product.path("stock")).hasSize(2);
    }

    @Test
    void writesTheSameWallClockTwiceInTheNightTheClockGoesBack() {
        PicqerClient night = PicqerClient.of(Instant.parse("2025-10-26T00:30:00Z"), shop -> {});

        String before = night.shop.now();
        night.clock.advance(Duration.ofHours(1));

        assertThat(before).isEqualTo("2025-10-26 02:30:00").isEqualTo(night.shop.now());
    }

    @Test
    void refusesAnUnknownVatGroup() {
        assertThat(picqer.put("/products/70001", "{\"idvatgroup\":99}")
                        .json()
                        .path("error_code")
                        .asInt())
                .isEqualTo(14);
    }

    @Test
    void keepsABrokenRowExactlyAsItIsGiven() {
        String broken = "{\"idproduct\": 90001, \"name\":null,\"price\":\"12,50\",\"stock\":null,  \"x\":1.50}";

        picqer.shop.user().putProductVerbatim(broken);

        assertThat(picqer.get("/products").text()).startsWith("[" + broken + ",");
    }

    @Test
    void listsARowThatHasNoId() {
        long position = picqer.shop.user().putProductVerbatim("{\"name\":\"Nameless\"}");

        assertThat(position).isEqualTo(70004);
        assertThat(picqer.get("/products").text()).startsWith("[{\"name\":\"Nameless\"},");
    }

    @Test
    void showsADuplicatedRowTwice() {
        picqer.shop.user().duplicateProduct(70001);

        assertThat(picqer.get("/products").each("idproduct")).containsExactly("70001", "70003", "70002", "70001");
    }

    @Test
    void forgetsARemovedProductAndNeverReusesItsId() {
        picqer.shop.user().removeProduct(70003);

        assertThat(picqer.get("/products/70003").status()).isEqualTo(404);
        String body = "{\"productcode\":\"N\",\"name\":\"N\",\"price\":1,\"idvatgroup\":18}";
        assertThat(picqer.post("/products", body).json().path("idproduct").asLong())
                .isEqualTo(70004);
    }

    @Test
    void startsAgainAsItBeganWhenReset() {
        String before = picqer.get("/products").text();
        picqer.shop.user().removeProduct(70001);
        picqer.shop.user().changeProduct(70002, PicqerJson.object().put("name", "Changed"));

        picqer.shop.reset();

        assertThat(picqer.get("/products").text()).isEqualTo(before);
    }

    private static ObjectNode fields(String json) {
        return PicqerJson.object().set("fields", PicqerJson.document(json.getBytes()));
    }
}
