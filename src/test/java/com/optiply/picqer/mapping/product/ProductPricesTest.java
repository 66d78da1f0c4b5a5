package com.optiply.picqer.mapping.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.mapping.Adjustment;
import com.optiply.picqer.mapping.Decision.Filter;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.mapping.WhenSent;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.ProductId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a line costs that has no price of its own. */
class ProductPricesTest {
    private static final ProductId KNOWN = new ProductId(1);
    private static final ProductId DOUBTFUL = new ProductId(2);
    private static final Subject LINE = new Subject(new RemoteId("7_1"), "SKU-1", new RemoteId("7"));

    private final ProductPrices prices = new ProductPrices(Map.of(KNOWN, new BigDecimal("2.50")), Set.of(DOUBTFUL));
    private final List<Adjustment> adjustments = new ArrayList<>();

    @Test
    void itsOwnPriceComesBeforeItsProducts() {
        assertThat(prices.ofLine(BigDecimal.ONE, KNOWN, adjustments)).isEqualTo("1");
        assertThat(prices.ofLine(null, KNOWN, adjustments)).isEqualTo("2.50");
        assertThat(adjustments).isEmpty();
    }

    @Test
    void withoutAnyItIsNothingAndSaysSo() {
        assertThat(prices.ofLine(null, DOUBTFUL, adjustments)).isEqualTo("0");
        assertThat(adjustments).hasSize(1);
    }

    @Test
    void waitsForADoubtfulPriceOnlyWithoutOneOfItsOwn() {
        assertThat(prices.isAwaited(null, DOUBTFUL)).isTrue();
        assertThat(prices.isAwaited(BigDecimal.ONE, DOUBTFUL)).isFalse();
        assertThat(prices.isAwaited(null, KNOWN)).isFalse();
    }

    @Test
    void saysWhatItWaitsFor() {
        assertThat(prices.waiting(LINE, DOUBTFUL, "SKU-2", null).detail())
                .isEqualTo("product 2 (SKU-2), whose price Optiply has not confirmed");
        assertThat(prices.waiting(LINE, DOUBTFUL, null, BigDecimal.ONE).detail())
                .isEqualTo("product 2");
    }

    @Test
    void aProductThatIsKeptOutHasAPriceAllTheSame() {
        Filter kept = new Filter(LINE, FilterReason.INACTIVE, WhenSent.DELETED);

        assertThat(kept.price()).isNull();
        assertThat(kept.priced(new BigDecimal("2.50")).price()).isEqualTo("2.50");
        assertThat(kept.priced(null).price()).isEmpty();
    }
}
