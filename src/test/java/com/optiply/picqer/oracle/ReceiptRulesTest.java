package com.optiply.picqer.oracle;

import static com.optiply.picqer.oracle.Answers.attribute;
import static com.optiply.picqer.oracle.Answers.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** mapping.md, "Item deliveries". */
class ReceiptRulesTest {
    private static final String LINE = "90401: 5 x 1, idpurchaseorder_product: 88101";

    @Test
    void aDeliveryGoesToTheLineThatItNames() {
        assertThat(attributes(delivery("", LINE + ", created_at: '2025-10-10 11:30:00'")))
                .isEqualTo(Map.of("occurred", "2025-10-10T09:30:00Z", "quantity", "5", "buyOrderLineId", "5101/88101"));
    }

    @Test
    void itOccurredWhenTheFirstKnownOfThreeTimesSays() {
        assertThat(attribute(delivery("", LINE), "occurred")).isEqualTo("2025-10-10T10:00:00Z");
        assertThat(attribute(delivery("completed_at: null", LINE), "occurred")).isEqualTo("2025-10-10T09:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "idwarehouse: 21; 90401: 5 x 1, idpurchaseorder_product: 88101; other_warehouse",
                "idwarehouse: null; 90401: 5 x 1, idpurchaseorder_product: 88101; in_optiply",
                "version: 2; 90401: 0 x 1, idpurchaseorder_product: 88101; zero_amount",
                "version: 2; 90401: -1 x 1, idpurchaseorder_product: 88101; zero_amount",
                "version: 2; 90401: 5 x 1, reverted_at: '2025-10-11 09:00:00'; reverted",
                "purchaseorder: null; 90401: 5 x 1; no_purchase_order",
                "purchaseorder: null; 90401: 5 x 1, idpurchaseorder: 5101; in_optiply",
                "version: 2; 90401: 5 x 3, idpurchaseorder_product: 88103; inactive",
                "version: 2; 90401: 5 x 1, idpurchaseorder: 5102; concept",
                "version: 2; 90401: 5 x 4, idpurchaseorder: 5103; waits_for_order",
                "version: 2; 90401: 5 x 1, idpurchaseorder: 5999; waits_for_order",
                "created: null; 90401: 5 x 1; unreadable"
            })
    void everyReasonIsNamed(String receipt, String line, String code) {
        assertThat(delivery(receipt, line).code()).isEqualTo(code);
    }

    /** Lines 88101 of 10 and 88102 of 4 are of one product. */
    @Test
    void oldReceiptsFillTheLinesUpInTheOrderInWhichTheyWereMade() {
        Oracle oracle = shop().receipt(33003, "version: 1, created: '2025-10-12 08:00:00'", "90403: 1 x 1")
                .receipt(33002, "version: 1, created: '2025-10-11 08:00:00'", "90402: 5 x 1")
                .receipt(33001, "version: 1", "90401: 8 x 1")
                .receipt(33004, "version: 1, created: '2025-10-13 08:00:00'", "90404: 9 x 1", "90405: 7 x 1")
                .oracle();

        assertThat(List.of("90401", "90402", "90403", "90404", "90405"))
                .extracting(
                        id -> attribute(oracle.verdicts(Resource.RECEIPT_LINES).get(id), "buyOrderLineId"))
                .containsExactly("5101/88101", "5101/88101", "5101/88102", "5101/88102", "5101/88102");
    }

    @Test
    void aDeliveryFromBeforeTheHistoryIsNotReadUnlessItsOrderIsInOptiply() {
        SampleShop shop = shop().receipt(33001, "", LINE).receipt(33002, "purchaseorder: null", "90402: 1 x 1");
        Settings later = Variants.historyFrom("2025-10-11");
        History sent = History.none().sentBefore(Resource.BUY_ORDERS, "5101");

        assertThat(code(shop.oracle(later, History.none()), "90401")).isEqualTo("before_history");
        assertThat(code(shop.oracle(later, sent), "90401")).isEqualTo("in_optiply");
        assertThat(code(shop.oracle(later, sent), "90402")).isEqualTo("before_history");
    }

    private static String code(Oracle oracle, String line) {
        return oracle.verdicts(Resource.RECEIPT_LINES).get(line).code();
    }

    private static Verdict delivery(String twist, String line) {
        return shop().receipt(33001, twist, line).verdict(Resource.RECEIPT_LINES, "90401");
    }

    /** Product 3 is kept out and 4 waits; order 5102 is a draft and 5103 parked. */
    private static SampleShop shop() {
        return new SampleShop()
                .products(1)
                .product(3, "active: false")
                .product(4, "stock: null")
                .supplier(9401, "")
                .purchaseOrder(5101, "", "88102: 4 x 1", "88101: 10 x 1", "88103: 5 x 3")
                .purchaseOrder(5102, "status: 'concept'", "88104: 5 x 1")
                .purchaseOrder(5103, "", "88105: 5 x 4");
    }
}
