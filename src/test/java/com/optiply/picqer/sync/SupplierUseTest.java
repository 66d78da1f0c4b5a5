package com.optiply.picqer.sync;

import static com.optiply.picqer.sync.SampleLinks.inOptiply;
import static com.optiply.picqer.sync.SampleLinks.notInOptiply;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.store.Link;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Standing;
import com.optiply.picqer.store.Store;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** mapping.md, "Suppliers": with open buy orders or enabled supplier products, only a person may delete it. */
@OnEveryDatabase
class SupplierUseTest {
    private static final Subject SUPPLIER = Subject.of("9410", "Waterworks");

    private final Store store;
    private final SupplierUse use;
    private final Run run =
            new Run(SampleLinks.NOW, "suppliers", List.of(Kind.SUPPLIERS), Acme.settings(), Instant.EPOCH);

    SupplierUseTest(Store store) {
        this.store = store;
        this.use = new SupplierUse(store);
    }

    @BeforeEach
    void theSupplierIsInOptiply() {
        save(inOptiply(Kind.SUPPLIERS, "9410", 700, "{}"));
    }

    @Test
    void aSupplierThatNothingNamesIsNotLeanedOn() {
        order("{\"supplierId\":701}");
        pair("{\"supplierId\":701,\"status\":\"enabled\"}");

        assertThat(isLeanedOn()).isFalse();
    }

    @Test
    void anOpenOrderLeansOnItAndACompletedOneDoesNot() {
        order("{\"supplierId\":700,\"completed\":\"2026-01-09T00:00:00Z\"}");
        assertThat(isLeanedOn()).isFalse();

        order("{\"supplierId\":700}");
        assertThat(isLeanedOn()).isTrue();
    }

    @Test
    void anOrderOfWhichNobodyKnowsWhetherOptiplyHasItCompletedLeansOnIt() {
        order("{\"supplierId\":700,\"completed\":null}");

        assertThat(isLeanedOn()).isTrue();
    }

    @Test
    void anEnabledPairLeansOnItAndADisabledOneDoesNot() {
        pair("{\"supplierId\":700,\"status\":\"disabled\"}");
        assertThat(isLeanedOn()).isFalse();

        pair("{\"supplierId\":700,\"status\":\"enabled\"}");
        assertThat(isLeanedOn()).isTrue();
    }

    @Test
    void aPairOfWhichNobodyKnowsHowItStandsLeansOnIt() {
        pair("{\"supplierId\":700,\"status\":null}");

        assertThat(isLeanedOn()).isTrue();
    }

    @Test
    void aSupplierThatIsNotInOptiplyIsNotLeanedOn() {
        order("{\"supplierId\":700}");
        save(notInOptiply(Kind.SUPPLIERS, "9410", Standing.PARK, "rejected"));

        assertThat(isLeanedOn()).isFalse();
        assertThat(use.isLeanedOn(run, Subject.of("9411", "Nobody has read it")))
                .isFalse();
    }

    private boolean isLeanedOn() {
        return use.isLeanedOn(run, SUPPLIER);
    }

    private void order(String attributes) {
        save(inOptiply(Kind.BUY_ORDERS, "5120", 800, attributes));
    }

    private void pair(String attributes) {
        save(inOptiply(Kind.SUPPLIER_PRODUCTS, "1_9410", 900, attributes));
    }

    private void save(Link link) {
        store.saveDurably(tx -> tx.links().save(List.of(link)));
    }
}
