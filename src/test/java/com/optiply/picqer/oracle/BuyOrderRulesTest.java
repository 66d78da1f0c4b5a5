package com.optiply.picqer.oracle;

import static com.optiply.picqer.oracle.Answers.attribute;
import static com.optiply.picqer.oracle.Answers.attributes;
import static com.optiply.picqer.oracle.Answers.leftOut;
import static com.optiply.picqer.oracle.Answers.lines;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** mapping.md, "Buy orders" and "Money and time". */
class BuyOrderRulesTest {
    @Test
    void anOrderGoesWithTheSumOfItsLines() {
        Verdict verdict = order("delivery_date: '2025-10-21'", "88101: 3 x 1, price: 1.115", "88102: 2 x 2, price: 4");

        assertThat(attributes(verdict))
                .isEqualTo(Map.of(
                        "supplierId", "9401",
                        "placed", "2025-10-08T08:01:11Z",
                        "completed", "null",
                        "totalValue", "11.35",
                        "expectedDeliveryDate", "2025-10-20T22:00:00Z"));
        assertThat(lines(verdict)).containsExactly("3 x 1 = 3.35", "2 x 2 = 8.00");
    }

    @ParameterizedTest
    @CsvSource({
        "concept, concept",
        "purchased, in_optiply",
        "received, in_optiply",
        "cancelled, in_optiply",
        "draft, unreadable"
    })
    void aConceptIsNoOrder(String status, String code) {
        assertThat(order("status: '" + status + "'", "88101: 1 x 1").code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"purchased, null", "received, 2025-10-09T07:00:00Z", "cancelled, 2025-10-09T07:00:00Z"})
    void onlyAClosedOrderIsCompleted(String status, String completed) {
        assertThat(attribute(order("status: '" + status + "'", "88101: 1 x 1"), "completed"))
                .isEqualTo(completed);
    }

    @Test
    void everyReasonAgainstAnOrderIsNamed() {
        assertThat(order("idwarehouse: 21", "88101: 1 x 1").code()).isEqualTo("other_warehouse");
        assertThat(order("idsupplier: null", "88101: 1 x 1").code()).isEqualTo("no_supplier");
        assertThat(order("idsupplier: null, supplier_name: ' '", "88101: 1 x 1").code())
                .isEqualTo("no_supplier");
        assertThat(order("idsupplier: 9999", "88101: 1 x 1").code()).isEqualTo("waits_for_supplier");
        assertThat(order("").code()).isEqualTo("no_lines");
        assertThat(order("created: 'yesterday'", "88101: 1 x 1").code()).isEqualTo("unreadable");
    }

    @Test
    void anOrderFromBeforeTheHistoryIsNotRead() {
        SampleShop shop = shop().purchaseOrder(5101, "", "88101: 1 x 1");

        assertThat(code(shop, Variants.historyFrom("2025-10-08"))).isEqualTo("in_optiply");
        assertThat(code(shop, Variants.historyFrom("2025-10-09"))).isEqualTo("before_history");
    }

    @Test
    void aProductKeptOutCostsItsLineOnly() {
        Verdict verdict = order("", "88101: 1 x 1", "88102: 1 x 3", "88103: 1 x 999");

        assertThat(lines(verdict)).containsExactly("1 x 1 = 10.00");
        assertThat(attribute(verdict, "totalValue")).isEqualTo("10.00");
        assertThat(leftOut(verdict)).isEqualTo(Map.of(88102L, Reason.INACTIVE, 88103L, Reason.UNKNOWN_PRODUCT));
        assertThat(order("", "88102: 1 x 3").code()).isEqualTo("no_lines");
    }

    @Test
    void aProductOnItsWayHoldsUpTheWholeOrder() {
        assertThat(order("", "88101: 1 x 1", "88102: 1 x 4").code()).isEqualTo("waits_for_product");
    }

    @Test
    void aProductThatWasSentOnceKeepsItsLinesComing() {
        History history = History.none().sentBefore(Resource.PRODUCTS, "3").sentBefore(Resource.PRODUCTS, "4");
        Verdict verdict = shop().purchaseOrder(5101, "", "88101: 1 x 3", "88102: 1 x 4")
                .oracle(SampleShop.SETTINGS, history)
                .verdicts(Resource.BUY_ORDERS)
                .get("5101");

        assertThat(lines(verdict)).hasSize(2);
    }

    @Test
    void theLinesPriceComesBeforeTheProductsAndZeroIsAPrice() {
        Verdict verdict = order("", "88101: 2 x 1, price: null", "88102: 2 x 1, price: 0", "88103: 2 x 5, price: null");

        assertThat(lines(verdict)).containsExactly("2 x 1 = 20.00", "2 x 1 = 0.00", "2 x 5 = 0.00");
    }

    @Test
    void aLineMayHaveADateOfItsOwn() {
        Oracle oracle = shop().purchaseOrder(
                        5101,
                        "delivery_date: '2025-10-21'",
                        "88101: 1 x 1, delivery_date: '2025-11-03'",
                        "88102: 1 x 2")
                .oracle();
        Verdict.Sent sent = (Verdict.Sent) oracle.verdicts(Resource.BUY_ORDERS).get("5101");

        assertThat(sent.lines().sent())
                .extracting(
                        line -> line.attributes().get("expectedDeliveryDate").asText())
                .containsExactly("2025-11-02T23:00:00Z", "2025-10-20T22:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-10-26 02:30:00, 2025-10-26T00:30:00Z",
        "2025-10-26 03:30:00, 2025-10-26T02:30:00Z",
        "2025-03-30 02:30:00, 2025-03-30T01:30:00Z",
        "2025-03-30 03:30:00, 2025-03-30T01:30:00Z"
    })
    void theRepeatedHourIsTheEarlierOneAndTheGapIsStridden(String local, String moment) {
        assertThat(attribute(order("created: '" + local + "'", "88101: 1 x 1"), "placed"))
                .isEqualTo(moment);
    }

    @Test
    void timesAreTheCustomersZones() {
        Verdict verdict = shop().purchaseOrder(5101, "", "88101: 1 x 1")
                .oracle(Variants.timezone("America/New_York"), History.none())
                .verdicts(Resource.BUY_ORDERS)
                .get("5101");

        assertThat(attribute(verdict, "placed")).isEqualTo("2025-10-08T14:01:11Z");
    }

    private static String code(SampleShop shop, Settings settings) {
        return shop.oracle(settings, History.none())
                .verdicts(Resource.BUY_ORDERS)
                .get("5101")
                .code();
    }

    private static Verdict order(String twist, String... lines) {
        return shop().purchaseOrder(5101, twist, lines).verdict(Resource.BUY_ORDERS, "5101");
    }

    /** Product 3 is kept out, 4 waits, 5 has no price. */
    private static SampleShop shop() {
        return new SampleShop()
                .products(1, 2)
                .product(3, "active: false")
                .product(4, "stock: null")
                .product(5, "price: null")
                .supplier(9401, "");
    }
}
