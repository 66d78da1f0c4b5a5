package com.optiply.picqer.oracle;

import static com.optiply.picqer.oracle.Answers.attribute;
import static com.optiply.picqer.oracle.Answers.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.oracle.Settings.Compositions;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** mapping.md, "Products" and the table of "Composed products". */
class ProductRulesTest {
    private static final String WITH_STOCK = "type: 'composition_with_stock', assembled: true";

    @Test
    void anOrdinaryProductGoesWithAllItsAttributes() {
        assertThat(attributes(verdict("barcode: '871', price: 1.005")))
                .isEqualTo(Map.of(
                        "name", "Product 1",
                        "skuCode", "SKU-1",
                        "articleCode", "SKU-1",
                        "eanCode", "871",
                        "price", "1.01",
                        "unlimitedStock", "false",
                        "assembled", "false",
                        "stockLevel", "7",
                        "status", "enabled"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "active: false; inactive",
                "type: 'unlimited_stock'; unlimited_stock",
                "unlimitedstock: true; unlimited_stock",
                "assembled: true; assembled",
                "type: 'virtual_composition'; assembled",
                "active: false, unlimitedstock: true; inactive",
                "stock: null; stock_missing",
                "price: 'on request'; unreadable",
                "active: null; unreadable",
                "price: -1; rejected"
            })
    void aRuleOrAFaultKeepsItOut(String twist, String reason) {
        assertThat(verdict(twist).code()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "WITH_STOCK, composition_with_stock, in_optiply",
        "WITH_STOCK, virtual_composition, assembled",
        "ALL, composition_with_stock, in_optiply",
        "ALL, virtual_composition, in_optiply",
        "NONE, composition_with_stock, assembled",
        "NONE, virtual_composition, assembled"
    })
    void compositionsGoByTheTable(Compositions mode, String type, String code) {
        Settings settings = Variants.compositions(mode);
        Verdict verdict = new SampleShop()
                .product(1, "assembled: true, type: '" + type + "'")
                .oracle(settings, History.none())
                .verdicts(Resource.PRODUCTS)
                .get("1");

        assertThat(verdict.code()).isEqualTo(code);
    }

    @Test
    void aComposedProductIsHiddenByItsFlag() {
        assertThat(attribute(verdict(WITH_STOCK), "assembled")).isEqualTo("true");
    }

    @Test
    void stockIsTheSumOverTheChosenWarehousesAndMayBeNegative() {
        Verdict verdict = new SampleShop()
                .product(
                        1,
                        "stock: [{idwarehouse: 18, freestock: -3}, {idwarehouse: 21, freestock: 1},"
                                + " {idwarehouse: 24, freestock: 50}]")
                .oracle(Variants.stock(Set.of(18L, 21L)), History.none())
                .verdicts(Resource.PRODUCTS)
                .get("1");

        assertThat(attribute(verdict, "stockLevel")).isEqualTo("-2");
    }

    @Test
    void aWarehouseWithoutARowCountsZero() {
        assertThat(attribute(verdict("stock: []"), "stockLevel")).isEqualTo("0");
    }

    @Test
    void aPriceBeyondTheLimitIsNotSaidAndAnAbsentOneIsNull() {
        assertThat(attributes(verdict("price: 10000000"))).doesNotContainKey("price");
        assertThat(attribute(verdict("price: null"), "price")).isEqualTo("null");
    }

    @Test
    void namesLoseLineBreaksAndAreCut() {
        assertThat(attribute(verdict("name: ' a\\r\\nb '"), "name")).isEqualTo("ab");
        assertThat(attribute(verdict("name: '" + "n".repeat(300) + "'"), "name"))
                .hasSize(255);
        assertThat(attribute(verdict("name: null"), "name")).isEmpty();
    }

    @Test
    void theExtraAttributeGoesWhereItIsListed() {
        Verdict verdict = new SampleShop()
                .product(1, "purchase_in_quantities_of: 6")
                .oracle(Variants.extras("products.purchaseInQuantitiesOf"), History.none())
                .verdicts(Resource.PRODUCTS)
                .get("1");

        assertThat(attribute(verdict, "purchaseInQuantitiesOf")).isEqualTo("6");
        assertThat(attribute(verdict("purchase_in_quantities_of: 6"), "purchaseInQuantitiesOf"))
                .isEqualTo("-");
    }

    private static Verdict verdict(String twist) {
        return new SampleShop().product(1, twist).verdict(Resource.PRODUCTS, "1");
    }
}
