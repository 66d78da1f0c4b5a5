package com.optiply.picqer.sync.lookup;

import static com.optiply.picqer.sync.SampleLinks.inOptiply;
import static com.optiply.picqer.sync.SampleLinks.notInOptiply;
import static com.optiply.picqer.sync.SampleLinks.within;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.Reference;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.mapping.product.ProductPrices;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.ProductId;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.TestClock;
import com.optiply.picqer.sync.run.Run;
import com.optiply.picqer.sync.run.RunBook;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What orders, pairs and parts are told of the records that they name. */
@OnEveryDatabase
class ReferencesTest {
    private static final RemoteId ONE = new RemoteId("1");

    private final Store store;
    private final References references;
    private final ProductFacts products;
    private Run run;

    ReferencesTest(Store store) {
        this.store = store;
        this.references = new References(store);
        this.products = new ProductFacts(store, references);
    }

    @BeforeEach
    void begin() {
        run = new RunBook(store, "test", new TestClock())
                .begin(Acme.settings(), "compositions", List.of(Kind.PRODUCT_COMPOSITIONS));
    }

    @Test
    void aProductThatIsInOptiplyIsReferredToWhateverTheRulesSayOfItToday() {
        Link inactive = inOptiply(Kind.PRODUCTS, "1", 900, "{}").standing(Standing.FILTER, "inactive");

        assertThat(of(inactive)).isEqualTo(new Reference.Linked(new OptiplyId(900)));
        assertThat(of(inactive.standing(Standing.GONE, "gone"))).isEqualTo(new Reference.Linked(new OptiplyId(900)));
    }

    @Test
    void aProductThatIsNotInOptiplyIsKeptOutOrComingOrUnknown() {
        assertThat(of(notInOptiply(Kind.PRODUCTS, "1", Standing.FILTER, "assembled")))
                .isEqualTo(new Reference.KeptOut(FilterReason.ASSEMBLED));
        assertThat(of(notInOptiply(Kind.PRODUCTS, "1", Standing.PARK, "rejected")))
                .isEqualTo(new Reference.Missing());
        assertThat(of(notInOptiply(Kind.PRODUCTS, "1", Standing.GONE, "gone"))).isEqualTo(new Reference.Unknown());
    }

    @Test
    void whatOnlyTheSettingOfWritesKeepsOutIsComing() {
        assertThat(of(notInOptiply(Kind.PRODUCTS, "1", Standing.FILTER, "writes_off")))
                .isEqualTo(new Reference.Missing());
    }

    @Test
    void nothingWaitsForAProductThatPicqerDoesNotHave() {
        assertThat(products.unread(run, Set.of(ONE))).containsExactly(ONE);

        references.unknown(run, Kind.PRODUCTS, ONE);

        assertThat(products.unread(run, Set.of(ONE))).isEmpty();
        assertThat(products.references(run, Set.of(ONE))).isEqualTo(Map.of(ONE, new Reference.Unknown()));
    }

    @Test
    void whatAnotherFlowHasBroughtToOptiplySinceItWasAskedForStaysThere() {
        save(inOptiply(Kind.PRODUCTS, "1", 901, "{}"));

        references.unknown(run, Kind.PRODUCTS, ONE);

        assertThat(products.references(run, Set.of(ONE)))
                .isEqualTo(Map.of(ONE, new Reference.Linked(new OptiplyId(901))));
    }

    @Test
    void onlyChildrenThatAreInOptiplyAndThatNoRuleKeepsOutStayAsTheyAre() {
        save(within("1", inOptiply(Kind.PRODUCT_COMPOSITIONS, "1_2", 901, "{}")));
        save(within("1", notInOptiply(Kind.PRODUCT_COMPOSITIONS, "1_3", Standing.PARK, "rejected")));
        save(within("2", inOptiply(Kind.PRODUCT_COMPOSITIONS, "2_3", 902, "{}")));
        Link hidden = inOptiply(Kind.PRODUCT_COMPOSITIONS, "1_4", 903, "{}");
        save(within("1", hidden.standing(Standing.FILTER, "former_supplier")));

        assertThat(references.sentChildren(run, List.of(ONE))).containsExactly(Subject.within(ONE, "1_2", "L-1_2"));
    }

    @Test
    void aProductIsComposedAsSoonAsOneOfItsPartsIsInOptiply() {
        save(within("1", notInOptiply(Kind.PRODUCT_COMPOSITIONS, "1_2", Standing.PARK, "rejected")));
        assertThat(products.composed(run, List.of(ONE))).isEmpty();

        save(within("1", inOptiply(Kind.PRODUCT_COMPOSITIONS, "1_3", 901, "{}")));
        assertThat(products.composed(run, List.of(ONE))).containsExactly(ONE);
    }

    @Test
    void aProductHasThePriceThatOptiplyAcknowledgedAndNobodyKnowsOneWhoseAnswerWasLost() {
        save(inOptiply(Kind.PRODUCTS, "1", 900, "{\"price\":24.95}"));
        save(inOptiply(Kind.PRODUCTS, "2", 901, "{\"price\":null}"));
        save(inOptiply(Kind.PRODUCTS, "3", 902, "{}"));

        Set<RemoteId> all = Set.of(ONE, new RemoteId("2"), new RemoteId("3"), new RemoteId("4"));
        assertThat(products.prices(run, all))
                .isEqualTo(
                        new ProductPrices(Map.of(new ProductId(1), new BigDecimal("24.95")), Set.of(new ProductId(2))));
    }

    private Reference of(Link product) {
        save(product);
        return references.find(run, Kind.PRODUCTS, List.of(product.remoteId())).get(product.remoteId());
    }

    private void save(Link link) {
        store.saveDurably(tx -> tx.links().save(List.of(link)));
    }
}
