package com.optiply.picqer.oracle;

import static com.optiply.picqer.oracle.Answers.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** mapping.md, "Composed products". */
class CompositionRulesTest {
    private static final String WITH_STOCK = "type: 'composition_with_stock', assembled: true";
    private static final String VIRTUAL = "type: 'virtual_composition', assembled: true";

    @Test
    void aPartGoesWithItsAmount() {
        assertThat(attributes(part(WITH_STOCK, "", "4")))
                .isEqualTo(Map.of("composedProductId", "1", "partProductId", "2", "partQuantity", "4"));
    }

    @Test
    void aPartThatARuleKeepsOutStaysOut() {
        assertThat(part(WITH_STOCK, "active: false", "4").code()).isEqualTo("part_not_in_optiply");
        assertThat(part(WITH_STOCK, VIRTUAL, "4").code()).isEqualTo("part_not_in_optiply");
        assertThat(new SampleShop()
                        .product(1, WITH_STOCK)
                        .part(1, 3, "4")
                        .verdict(Resource.COMPOSITIONS, "1_3")
                        .code())
                .isEqualTo("part_not_in_optiply");
    }

    @Test
    void aPartOnItsWayIsWaitedFor() {
        assertThat(part(WITH_STOCK, "stock: null", "4").code()).isEqualTo("waits_for_product");
        assertThat(part(WITH_STOCK + ", stock: null", "", "4").code()).isEqualTo("waits_for_product");
    }

    @Test
    void thePartsOfAProductThatIsKeptOutShareItsReason() {
        assertThat(part(VIRTUAL, "", "4").code()).isEqualTo("assembled");
        assertThat(part(WITH_STOCK + ", active: false", "", "4").code()).isEqualTo("inactive");
    }

    @Test
    void aPartThatWasSentAndIsDisabledCountsAsLinked() {
        Verdict verdict = new SampleShop()
                .product(1, WITH_STOCK)
                .product(2, "active: false")
                .part(1, 2, "4")
                .oracle(SampleShop.SETTINGS, History.none().sentBefore(Resource.PRODUCTS, "2"))
                .verdicts(Resource.COMPOSITIONS)
                .get("1_2");

        assertThat(verdict.code()).isEqualTo("in_optiply");
    }

    @Test
    void whatNobodyDecidedIsNotGuessed() {
        Verdict twice = new SampleShop()
                .product(1, WITH_STOCK)
                .products(2)
                .part(1, 2, "4")
                .part(1, 2, "3")
                .verdict(Resource.COMPOSITIONS, "1_2");

        assertThat(twice.code()).isEqualTo("unsettled");
        assertThat(part(WITH_STOCK, "", "0").code()).isEqualTo("unreadable");
    }

    private static Verdict part(String whole, String part, String amount) {
        return new SampleShop()
                .product(1, whole)
                .product(2, part)
                .part(1, 2, amount)
                .verdict(Resource.COMPOSITIONS, "1_2");
    }
}
