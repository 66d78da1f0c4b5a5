package com.optiply.picqer.mapping.sellorder;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.door.DoorSamples;
import com.optiply.picqer.picqer.OrderRows;
import com.optiply.picqer.picqer.PicqerOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An order is decided when it is sent, and again only when something changes that its decision looks at. */
class OrderFingerprintTest {
    private static final String LINE = "{'idorder_product':551001,'idproduct':70211,'productcode':'SKU-0042',"
            + "'price':24.95,'amount':5,'amount_cancelled':1,'partof_idorder_product':null,'has_parts':false}";
    private static final String OTHER_LINE = "{'idorder_product':551002,'idproduct':70212,'productcode':'SKU-0043',"
            + "'price':null,'amount':3,'amount_cancelled':0,'partof_idorder_product':null,'has_parts':false}";
    private static final String ORDER = "{'idorder':801200,'orderid':'O2025-4410','status':'processing',"
            + "'warehouses':[18,21],'created':'2025-10-09 08:30:00','updated':'2025-10-09 08:31:07',"
            + "'products':[" + LINE + "," + OTHER_LINE + "]}";
    private static final String CUSTOMER = "{'main':18,'timezone':'Europe/Amsterdam','historyFrom':'2025-01-01',"
            + "'statuses':['processing','completed'],'subtractCancelled':false,'extraAttributes':['sellOrders.other']}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'status':'processing'|'status':'completed'",
                "'warehouses':[18,21]|'warehouses':[21]",
                "08:30:00|08:30:01",
                "'idorder_product':551002|'idorder_product':551003",
                "'idproduct':70211|'idproduct':70213",
                "24.95|24.96",
                "24.95|null",
                "'price':null|'price':0",
                "'amount':5|'amount':6",
                "'partof_idorder_product':null|'partof_idorder_product':559999",
                "," + OTHER_LINE + "|\"\"",
            })
    void isAnotherWhenTheOrderChanges(String was, String becomes) {
        assertThat(of(changed(ORDER, was, becomes), CUSTOMER)).isNotEqualTo(of(ORDER, CUSTOMER));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'main':18|'main':21",
                "Europe/Amsterdam|Europe/London",
                "2025-01-01|2025-01-02",
                "'processing','completed'|'processing'",
                "false|true",
                "sellOrders.other|sellOrders.status",
                "sellOrders.other|sellOrderLines.placed",
            })
    void isAnotherWhenTheCustomerChoosesOtherwise(String was, String becomes) {
        assertThat(of(ORDER, changed(CUSTOMER, was, becomes))).isNotEqualTo(of(ORDER, CUSTOMER));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'orderid':'O2025-4410'|'orderid':'O2025-4411'",
                "08:31:07|09:00:00",
                "[18,21]|[21,18]",
                "24.95|24.950",
                "SKU-0042|SKU-0099",
                "'amount_cancelled':1|'amount_cancelled':2",
                "'has_parts':false|'has_parts':true",
                LINE + "," + OTHER_LINE + "|" + OTHER_LINE + "," + LINE,
            })
    void staysWhenNothingChangesThatTheDecisionLooksAt(String was, String becomes) {
        assertThat(of(changed(ORDER, was, becomes), CUSTOMER)).isEqualTo(of(ORDER, CUSTOMER));
    }

    @Test
    void staysWhenAnotherExtraAttributeIsAccepted() {
        assertThat(of(ORDER, changed(CUSTOMER, "sellOrders.other", "suppliers.country")))
                .isEqualTo(of(ORDER, CUSTOMER));
    }

    @Test
    void staysWhenAProductBecomesKnown() {
        String withoutProducts = "{'70211':{'missing':true,'composed':true},'70212':{'price':3}}";

        assertThat(reading(ORDER, CUSTOMER, withoutProducts).fingerprint()).isEqualTo(of(ORDER, CUSTOMER));
    }

    @Test
    void looksAtTheLastChangeOfACompletedOrder() {
        String completed = changed(ORDER, "processing", "completed");

        assertThat(of(changed(completed, "08:31:07", "09:00:00"), CUSTOMER)).isNotEqualTo(of(completed, CUSTOMER));
    }

    @Test
    void looksAtCancelledPiecesWhereTheyAreSubtracted() {
        String subtracting = changed(CUSTOMER, "false", "true");

        assertThat(of(changed(ORDER, "'amount_cancelled':1", "'amount_cancelled':2"), subtracting))
                .isNotEqualTo(of(ORDER, subtracting));
    }

    /** It stands in the state: another one for the same order would have every order of every customer decided anew. */
    @Test
    void isTheSameInEveryVersion() {
        assertThat(of(ORDER, CUSTOMER)).isEqualTo("476617e3ae99f519cee3ee3a0a041f57");
    }

    private static String changed(String json, String was, String becomes) {
        assertThat(json).contains(was);
        return json.replace(was, becomes);
    }

    private static String of(String order, String customer) {
        return reading(order, customer, "{}").fingerprint();
    }

    private static OrderReading reading(String order, String customer, String products) {
        PicqerOrder read = OrderRows.read(DoorSamples.read(order.replace('\'', '"')))
                .fold(one -> one, unreadable -> {
                    throw new AssertionError(unreadable.problems());
                });
        return new OrderReading(
                read,
                OrderSamples.choices(DoorSamples.read(customer.replace('\'', '"'))),
                OrderSamples.products(read, DoorSamples.read(products.replace('\'', '"'))),
                false,
                true);
    }
}
