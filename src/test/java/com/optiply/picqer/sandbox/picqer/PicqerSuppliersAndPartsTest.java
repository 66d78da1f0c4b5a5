package com.optiply.picqer.sandbox.picqer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.sandbox.picqer.PicqerClient.Answer;
import org.junit.jupiter.api.Test;

class PicqerSuppliersAndPartsTest {
    private final PicqerClient picqer = PicqerClient.withProducts(3);

    @Test
    void answersTheCreationOfASupplierWith200() {
        Answer created = picqer.post(
                "/suppliers", "{\"name\":\"Kade BV\",\"address\":\"Kade 3\",\"city\":\"Utrecht\",\"country\":\"nl\"}");

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.text())
                .isEqualTo("{\"idsupplier\":9402,\"name\":\"Kade BV\",\"contactname\":null,\"address\":\"Kade 3\","
                        + "\"address2\":null,\"zipcode\":null,\"city\":\"Utrecht\",\"region\":null,\"country\":\"NL\","
                        + "\"telephone\":null,\"emailaddress\":null,\"remarks\":null,\"language\":\"nl\","
                        + "\"active\":true,\"full_address\":\"Kade 3\\nUtrecht\",\"comment_count\":0}");
        assertThat(picqer.post("/suppliers", "{}").json().path("error_code").asInt())
                .isEqualTo(5);
    }

    @Test
    void listsInactiveSuppliersApart() {
        picqer.post("/suppliers", "{\"name\":\"Kade BV\"}");

        picqer.shop.user().deactivateSupplier(9401);

        assertThat(picqer.get("/suppliers").each("idsupplier")).containsExactly("9402");
        assertThat(picqer.get("/suppliers?inactive=true").each("idsupplier")).containsExactly("9401");
        picqer.shop.user().removeSupplier(9401);
        assertThat(picqer.get("/suppliers?inactive=true").json()).isEmpty();
        assertThat(picqer.get("/suppliers/9401").status()).isEqualTo(404);
    }

    @Test
    void nestsThePartsOfVirtualCompositionsOnlyWhenAsked() {
        picqer.shop.user().changeProduct(70003, PicqerJson.object().put("type", "composition_with_stock"));
        picqer.shop.user().changeProduct(70002, PicqerJson.object().put("type", "virtual_composition"));
        picqer.shop.user().addPart(70003, 70002, 1);
        picqer.shop.user().addPart(70002, 70001, 4);

        assertThat(picqer.get("/products/70003/parts").text())
                .isEqualTo("[{\"idproduct_part\":31,\"idproduct\":70002,\"amount\":1,\"productcode\":\"SKU-2\","
                        + "\"name\":\"Garden hose 2\",\"type\":\"virtual_composition\"}]");
        assertThat(picqer.get("/products/70003/parts?nested=true")
                        .json()
                        .path(0)
                        .path("parts")
                        .findValuesAsText("amount"))
                .containsExactly("4");
    }

    @Test
    void survivesACompositionThatContainsItself() {
        picqer.shop.user().changeProduct(70003, PicqerJson.object().put("type", "virtual_composition"));
        picqer.shop.user().addPart(70003, 70003, 1);

        assertThat(picqer.get("/products/70003/parts?nested=true").json()).hasSize(1);
        assertThat(picqer.post("/orders", "{\"products\":[{\"idproduct\":70003,\"amount\":1}]}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void saysOfAnOrdinaryProductThatPartsAreNotFoundUnlessTheSwitchSaysEmpty() {
        assertThat(picqer.get("/products/70001/parts").json().path("error_code").asInt())
                .isEqualTo(20);

        picqer.shop.perform(
                "switch", PicqerJson.object().set("fields", PicqerJson.object().put("parts_of_others", "empty_list")));

        assertThat(picqer.get("/products/70001/parts").text()).isEqualTo("[]");
    }

    @Test
    void changesOnlyTheAmountOfAPart() {
        picqer.post("/products/70003/parts", "{\"idproduct\":70001,\"amount\":2}");

        assertThat(picqer.put("/products/70003/parts/31", "{\"amount\":5,\"idproduct\":70002}")
                        .text())
                .contains("\"idproduct\":70001,\"amount\":5");
        assertThat(picqer.get("/products/70002/parts/31").status()).isEqualTo(404);
        assertThat(picqer.delete("/products/70003/parts/31").status()).isEqualTo(204);
        assertThat(picqer.get("/products/70003/parts/31").status()).isEqualTo(404);
    }

    @Test
    void listsWarehousesUpwardsAndKnowsItsUser() {
        assertThat(picqer.get("/warehouses").each("idwarehouse")).containsExactly("18", "21");
        assertThat(picqer.get("/warehouses/18").text())
                .isEqualTo("{\"idwarehouse\":18,\"name\":\"Hoofdmagazijn\",\"accept_orders\":true,"
                        + "\"counts_for_general_stock\":true,\"priority\":1,\"active\":true}");
        assertThat(picqer.get("/vatgroups").each("percentage")).containsExactly("21", "9", "0");
        assertThat(picqer.get("/users/me").json().path("iduser").asInt()).isEqualTo(7);
    }

    @Test
    void refusesAnActionItDoesNotKnowAndNamesThoseItDoes() {
        assertThatThrownBy(() -> picqer.shop.perform("explode", PicqerJson.object()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("`explode`")
                .hasMessageContaining("inactivate-product");
        assertThatThrownBy(() -> picqer.shop.perform("remove-product", PicqerJson.object()))
                .hasMessage("`remove-product` needs the whole number `idproduct`.");
        assertThatThrownBy(() -> picqer.shop.perform(
                        "remove-product", PicqerJson.object().put("idproduct", 1)))
                .hasMessage("`remove-product` was refused: Item not found.");
    }
}
