package com.optiply.picqer.sync.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.mapping.product.ProductPrices;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.ProductId;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.SampleLinks;
import com.optiply.picqer.sync.run.Run;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** mapping.md, "Buy orders" and "Sell orders": a line without a price of its own has its product's. */
@OnEveryDatabase
class ProductFactsTest {
    private static final ProductId PRODUCT = new ProductId(1);

    private final Store store;
    private final ProductFacts facts;
    private final Run run =
            new Run(SampleLinks.NOW, "buy-orders", List.of(Kind.BUY_ORDERS), Acme.settings(), Instant.EPOCH);

    ProductFactsTest(Store store) {
        this.store = store;
        this.facts = new ProductFacts(store, new References(store));
    }

    @Test
    void aPriceIsAsOptiplyAcknowledgedIt() {
        assertThat(known("{\"price\":24.95}", null)).isEqualTo(Map.of(PRODUCT, new BigDecimal("24.95")));
    }

    @Test
    void aPriceThatWasRoundedForOptiplyIsAsItWasBefore() {
        assertThat(known("{\"price\":0.00}", "[[\"price_rounded\",\"0.0049\",\"0.00\"]]"))
                .isEqualTo(Map.of(PRODUCT, new BigDecimal("0.0049")));
    }

    /** A later price was rounded, and Optiply has not said yes to it. */
    @Test
    void whatWasRoundedToSomethingElseDoesNotCount() {
        assertThat(known("{\"price\":24.95}", "[[\"price_rounded\",\"0.0049\",\"0.00\"]]"))
                .isEqualTo(Map.of(PRODUCT, new BigDecimal("24.95")));
    }

    @Test
    void anotherAdjustmentLeavesThePriceAsItIs() {
        assertThat(known("{\"price\":24.95}", "[[\"name_cut\",\"24.9501\",\"24.95\"]]"))
                .isEqualTo(Map.of(PRODUCT, new BigDecimal("24.95")));
    }

    @Test
    void aPriceOfWhichNobodyKnowsWhetherOptiplyHasItIsInDoubt() {
        assertThat(prices("{\"price\":null}", null).doubtful()).containsExactly(PRODUCT);
    }

    @Test
    void aProductIsThereWithItsCompositionAsSoonAsOnePartIs() {
        RemoteId whole = new RemoteId("10");
        RemoteId bare = new RemoteId("20");
        store.saveRelaxed(tx -> tx.links()
                .save(List.of(
                        part("10", SampleLinks.inOptiply(Kind.PRODUCT_COMPOSITIONS, "10_1", 501, "{}")),
                        part("10", waiting("10_2")),
                        part("20", waiting("20_1")))));

        assertThat(facts.composed(run, List.of(whole, bare))).containsExactly(whole);
    }

    private static Link part(String composed, Link part) {
        return SampleLinks.within(composed, part);
    }

    private static Link waiting(String id) {
        return SampleLinks.notInOptiply(Kind.PRODUCT_COMPOSITIONS, id, Standing.PARK, "waits_for_product");
    }

    private Map<ProductId, BigDecimal> known(String attributes, @Nullable String adjustments) {
        return prices(attributes, adjustments).known();
    }

    private ProductPrices prices(String attributes, @Nullable String adjustments) {
        Link plain = SampleLinks.link(SampleLinks.IN_OPTIPLY, attributes, Standing.SEND, null);
        Link link = plain.adjusted(adjustments);
        store.saveRelaxed(tx -> tx.links().save(List.of(link)));
        return facts.prices(run, List.of(link.remoteId()));
    }
}
