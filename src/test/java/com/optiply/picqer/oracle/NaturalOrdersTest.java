package com.optiply.picqer.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders in an account without a coupling, where only what they are tells one from another. */
class NaturalOrdersTest {
    private static final Settings UNCOUPLED = Settings.of(18, LocalDate.of(2025, 1, 1), null);
    private static final String FIRST = "551001: 1 x 1, price: 5";
    private static final String SAME = "551002: 1 x 1, price: 5";
    private static final String ONCE_MORE = "551003: 1 x 1, price: 5";

    @Test
    void asManyAsPicqerHasAreRight() {
        assertThat(found(shop(FIRST, SAME), shop(FIRST, SAME))).isEmpty();
    }

    @Test
    void oneMoreIsADifference() {
        assertThat(found(shop(FIRST, SAME), shop(FIRST, SAME, ONCE_MORE)))
                .singleElement()
                .asString()
                .startsWith("sell order 801, 802: Optiply holds it 3 times, not 2: placed ")
                .endsWith(", 1: 1 for 5");
    }

    @Test
    void oneTooFewIsADifference() {
        assertThat(found(shop(FIRST, SAME), shop(FIRST)))
                .singleElement()
                .asString()
                .startsWith("sell order 801, 802: Optiply holds it 1 times, not 2");
    }

    @Test
    void aBuyOrderThatIsMissingIsADifference() {
        assertThat(found(shop(), new SampleShop().products(1, 2).supplier(9401, "")))
                .singleElement()
                .asString()
                .startsWith("buy order 5101: Optiply holds it 0 times, not 1");
    }

    private static SampleShop shop(String... sales) {
        SampleShop shop = new SampleShop()
                .products(1, 2)
                .supplier(9401, "")
                .purchaseOrder(5101, "", "88101: 3 x 1, price: 2", "88102: 1 x 2, price: 2");
        for (int sale = 0; sale < sales.length; sale++) {
            shop.order(801 + sale, "", sales[sale]);
        }
        return shop;
    }

    /** What is wrong with an account that holds what the other shop says. */
    private static List<String> found(SampleShop shop, SampleShop held) {
        return shop.oracle(UNCOUPLED, History.none())
                .differences(FaithfulAccount.of(held.oracle()).readWithoutCoupling(held.build()));
    }
}
