package com.optiply.picqer.sync.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.sync.Acme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The limits of mapping.md, "Guards": 250 records, 5 % of the links, 30 % for a stock of zero. Deleting what is in use,
 * and placing an order that may have been placed before, is never within a limit.
 */
class GuardLimitsTest {
    private final GuardLimits limits = new GuardLimits(Acme.GUARDS);

    @ParameterizedTest(name = "{0} of {1} of {2} links: {3}")
    @CsvSource({
        "DISABLE,      1,      1, true",
        "DISABLE,      2,      2, true",
        "DISABLE,      3,      3, false",
        "DISABLE,      3,     59, false",
        "DISABLE,      3,     60, true",
        "DISABLE,      4,     60, false",
        "DELETE,       3,     59, false",
        "DELETE,       3,     60, true",
        "STOCK_ZERO,   3,     10, true",
        "STOCK_ZERO,   4,     10, false",
        "STOCK_ZERO,   3,      9, false",
        "STOCK_ZERO,   2,      2, true",
        "DISABLE,    250, 100000, true",
        "DISABLE,    251, 100000, false",
        "STOCK_ZERO, 250, 100000, true",
        "STOCK_ZERO, 251, 100000, false",
        "DISABLE,      0,      0, true",
        "DELETE_IN_USE, 1, 100000, false",
        "DELETE_VANISHED, 1, 100000, false",
        "EXPORT,        1, 100000, false"
    })
    void allows(HoldAction action, long records, long links, boolean isAllowed) {
        assertThat(limits.allow(action, records, links)).isEqualTo(isAllowed);
    }
}
