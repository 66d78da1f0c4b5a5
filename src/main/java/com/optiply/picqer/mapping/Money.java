package com.optiply.picqer.mapping;

import com.optiply.picqer.mapping.Adjustment.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Money as Optiply takes it (mapping.md, "Products", the row `price`; "Adjustments"; "Money and time"). */
public final class Money {
    private static final int DECIMALS = 2;
    private static final BigDecimal PRICE_MAX = new BigDecimal("9999999.99");

    private Money() {}

    /** Two decimals, half up; null when there is none, or when it is beyond what Optiply takes. */
    public static @Nullable BigDecimal price(@Nullable BigDecimal price, List<Adjustment> adjustments) {
        if (price == null) {
            return null;
        }
        BigDecimal rounded = price.setScale(DECIMALS, RoundingMode.HALF_UP);
        if (rounded.compareTo(PRICE_MAX) > 0) {
            adjustments.add(new Adjustment(Rule.PRICE_BEYOND_LIMIT, price.toPlainString(), ""));
            return null;
        }
        if (rounded.compareTo(price) != 0) {
            adjustments.add(new Adjustment(Rule.PRICE_ROUNDED, price.toPlainString(), rounded.toPlainString()));
        }
        return rounded;
    }

    /** Of a whole line: exact first, then two decimals, half up (mapping.md, "Sell orders" and "Buy orders"). */
    public static BigDecimal subtotal(long amount, BigDecimal price, List<Adjustment> adjustments) {
        BigDecimal exact = price.multiply(BigDecimal.valueOf(amount));
        BigDecimal rounded = exact.setScale(DECIMALS, RoundingMode.HALF_UP);
        if (rounded.compareTo(exact) != 0) {
            adjustments.add(new Adjustment(Rule.SUBTOTAL_ROUNDED, exact.toPlainString(), rounded.toPlainString()));
        }
        return rounded;
    }
}
