package com.optiply.picqer.oracle;

import static com.optiply.picqer.oracle.Answers.attributes;
import static com.optiply.picqer.oracle.Answers.leftOut;
import static com.optiply.picqer.oracle.Answers.lines;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.oracle.Settings.Compositions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** mapping.md, "Sell orders". */
class SellOrderRulesTest {
    private static final String[] COMPOSED = {
        "551001: 2 x 10, price: 50",
        "551002: 4 x 1, price: 0, partof_idorder_product: 551001",
        "551003: 1 x 2, price: 3"
    };

    @Test
    void anOrderGoesWithATotalOfZero() {
        assertThat(attributes(order("status: 'completed'", "551001: 1 x 1")))
                .isEqualTo(Map.of(
                        "placed", "2025-10-08T08:01:11Z", "completed", "2025-10-09T07:00:00Z", "totalValue", "0"));
        assertThat(attributes(order("", "551001: 1 x 1"))).containsEntry("completed", "null");
    }

    @ParameterizedTest
    @CsvSource({
        "concept, concept",
        "cancelled, cancelled",
        "processing, in_optiply",
        "paused, in_optiply",
        "expected, in_optiply",
        "completed, in_optiply"
    })
    void theStatusDecides(String status, String code) {
        assertThat(order("status: '" + status + "'", "551001: 1 x 1").code()).isEqualTo(code);
    }

    @Test
    void aCustomerMayCountFewerStatuses() {
        Verdict verdict = shop().order(801, "", "551001: 1 x 1")
                .oracle(Variants.statuses("completed"), History.none())
                .verdicts(Resource.SELL_ORDERS)
                .get("801");

        assertThat(verdict.code()).isEqualTo("status_not_counted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"[18, 21]; in_optiply", "[]; in_optiply", "null; in_optiply", "[21]; other_warehouse"})
    void itMayShipFromTheMainWarehouse(String warehouses, String code) {
        assertThat(order("warehouses: " + warehouses, "551001: 1 x 1").code()).isEqualTo(code);
    }

    @Test
    void anOrderFromBeforeTheHistoryIsNotRead() {
        Verdict verdict = shop().order(801, "", "551001: 1 x 1")
                .oracle(Variants.historyFrom("2025-10-09"), History.none())
                .verdicts(Resource.SELL_ORDERS)
                .get("801");

        assertThat(verdict.code()).isEqualTo("before_history");
    }

    @Test
    void linesOfOneProductAreMergedAfterEachWasRounded() {
        Verdict verdict = order("", "551001: 1 x 1, price: 0.005", "551002: 1 x 2", "551003: 2 x 1, price: 0.0025");

        assertThat(lines(verdict)).containsExactly("3 x 1 = 0.02", "1 x 2 = 10.00");
    }

    @Test
    void cancelledAmountsStayUnlessTheCustomerSubtractsThem() {
        String[] lines = {"551001: 3 x 1, amount_cancelled: 1", "551002: 2 x 2, amount_cancelled: 2"};
        SampleShop shop = shop().order(801, "", lines);
        Verdict subtracted = shop.oracle(Variants.subtractingCancelled(), History.none())
                .verdicts(Resource.SELL_ORDERS)
                .get("801");

        assertThat(lines(shop.verdict(Resource.SELL_ORDERS, "801"))).containsExactly("3 x 1 = 30.00", "2 x 2 = 20.00");
        assertThat(lines(subtracted)).containsExactly("2 x 1 = 20.00");
        assertThat(leftOut(subtracted)).isEqualTo(Map.of(551002L, Reason.ZERO_AMOUNT));
    }

    @Test
    void aProductKeptOutCostsItsLineAndOneOnItsWayHoldsUpTheOrder() {
        assertThat(leftOut(order("", "551001: 1 x 1", "551002: 1 x 3"))).isEqualTo(Map.of(551002L, Reason.INACTIVE));
        assertThat(order("", "551001: 1 x 3", "551002: 1 x 999").code()).isEqualTo("no_lines");
        assertThat(order("", "551001: 1 x 1", "551002: 1 x 4").code()).isEqualTo("waits_for_product");
        assertThat(order("").code()).isEqualTo("no_lines");
    }

    @Test
    void aParentInOptiplyWithItsCompositionCountsInsteadOfItsParts() {
        Verdict verdict = order("", COMPOSED);

        assertThat(lines(verdict)).containsExactly("2 x 10 = 100.00", "1 x 2 = 3.00");
        assertThat(leftOut(verdict)).isEqualTo(Map.of(551002L, Reason.PART_OF_COMPOSITION));
    }

    @Test
    void otherwiseThePartsCountInsteadOfTheirParent() {
        Verdict verdict = shop().order(801, "", COMPOSED)
                .oracle(Variants.compositions(Compositions.NONE), History.none())
                .verdicts(Resource.SELL_ORDERS)
                .get("801");

        assertThat(lines(verdict)).containsExactly("4 x 1 = 0.00", "1 x 2 = 3.00");
        assertThat(leftOut(verdict)).isEqualTo(Map.of(551001L, Reason.COMPOSITION_PARENT));
    }

    @Test
    void aPartOfAPartGoesWithTheHighestParentThatIsKept() {
        Verdict verdict = order(
                "",
                "551001: 1 x 10",
                "551002: 1 x 11, partof_idorder_product: 551001",
                "551003: 1 x 1, partof_idorder_product: 551002");

        assertThat(lines(verdict)).containsExactly("1 x 10 = 10.00");
    }

    @Test
    void anOrderThatWasDecidedEarlierStaysAsItWasDecided() {
        History history = History.none().leftOutThen(801, 10).leftOutThen(801, 2);
        Verdict verdict = shop().order(801, "", COMPOSED)
                .oracle(SampleShop.SETTINGS, history)
                .verdicts(Resource.SELL_ORDERS)
                .get("801");
        Verdict composed = shop().order(801, "", COMPOSED)
                .oracle(Variants.compositions(Compositions.NONE), composedOnce())
                .verdicts(Resource.SELL_ORDERS)
                .get("801");

        assertThat(lines(verdict)).containsExactly("4 x 1 = 0.00");
        assertThat(lines(composed)).containsExactly("2 x 10 = 100.00", "1 x 2 = 3.00");
    }

    private static History composedOnce() {
        return History.none().composedThen(801, 10).sentBefore(Resource.PRODUCTS, "10");
    }

    @Test
    void extraAttributesGoWhereTheyAreListed() {
        Verdict verdict = shop().order(801, "", "551001: 1 x 1")
                .oracle(Variants.extras("sellOrders.status", "sellOrderLines.placed"), History.none())
                .verdicts(Resource.SELL_ORDERS)
                .get("801");

        assertThat(attributes(verdict)).containsEntry("status", "processing");
        assertThat(((Verdict.Sent) verdict).lines().sent().get(0).attributes()).containsKey("placed");
    }

    private static Verdict order(String twist, String... lines) {
        return shop().order(801, twist, lines).verdict(Resource.SELL_ORDERS, "801");
    }

    /** Product 3 is kept out, 4 waits; 10 is made of 1 and in Optiply with it, 11 is virtual. */
    private static SampleShop shop() {
        return new SampleShop()
                .products(1, 2)
                .product(3, "active: false")
                .product(4, "stock: null")
                .product(10, "type: 'composition_with_stock', assembled: true")
                .product(11, "type: 'virtual_composition', assembled: true")
                .part(10, 1, "2");
    }
}
