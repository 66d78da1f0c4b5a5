package com.optiply.picqer.sync.lookup;

import static com.optiply.picqer.sync.SampleLinks.inOptiply;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.SampleLinks;
import com.optiply.picqer.sync.run.Run;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** mapping.md, "Suppliers": with open buy orders or enabled supplier products, only a person may delete it. */
@OnEveryDatabase
class SupplierUseTest {
    private static final OptiplyId SUPPLIER = new OptiplyId(700);

    private final Store store;
    private final SupplierUse use;
    private final Run run =
            new Run(SampleLinks.NOW, "suppliers", List.of(Kind.SUPPLIERS), Acme.settings(), Instant.EPOCH);

    SupplierUseTest(Store store) {
        this.store = store;
        this.use = new SupplierUse(store);
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
    void whatOptiplyListsLeansOnItUnlessItIsCompletedOrDisabledOrAnothersOwn() {
        assertThat(isLeaning(Kind.BUY_ORDERS, "{\"supplierId\":700,\"completed\":null}"))
                .isTrue();
        assertThat(isLeaning(Kind.BUY_ORDERS, "{}"))
                .as("asked for by its supplier")
                .isTrue();
        assertThat(isLeaning(Kind.BUY_ORDERS, "{\"supplierId\":701,\"completed\":null}"))
                .isFalse();
        assertThat(isLeaning(Kind.BUY_ORDERS, "{\"supplierId\":700,\"completed\":\"2026-01-09T00:00:00Z\"}"))
                .isFalse();
        assertThat(isLeaning(Kind.SUPPLIER_PRODUCTS, "{\"supplierId\":700,\"status\":\"enabled\"}"))
                .isTrue();
        assertThat(isLeaning(Kind.SUPPLIER_PRODUCTS, "{\"supplierId\":700}")).isTrue();
        assertThat(isLeaning(Kind.SUPPLIER_PRODUCTS, "{\"supplierId\":700,\"status\":\"DISABLED\"}"))
                .isFalse();
    }

    private static boolean isLeaning(Kind kind, String attributes) {
        OptiplyRecord record = new OptiplyRecord(
                new OptiplyId(1), null, Attributes.parse(attributes).toNode());
        return SupplierUse.isLeaning(kind, record, SUPPLIER);
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
