package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.ChoiceOfSuppliers.ALPHA;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.BETA;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.list;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sync.run.Flow;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A preference that a list took away in spite of Picqer, and all that may come after it. */
class WithdrawnPreferencesTest {
    private static final String PRODUCT = "/picqer/acme/api/v1/products/.*";
    private static final String PAIR = "/optiply/v1/supplierProducts/.*";

    @Test
    void staysSoWhenPicqerRefusesTheNextChoice() {
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.single(2)) {
            shop.apply("list.csv", list(row(1, ALPHA, false)));
            shop.world.faults().add(Fault.status(400).on("PUT", PRODUCT));

            assertThat(shop.apply("next.csv", list(row(1, BETA, true))).answer())
                    .contains("picqer_refused");

            shop.world.faults().clear();
            pullAndCompare(shop);
            assertThat(shop.preferred()).isEqualTo(Map.of(2, ALPHA));
        }
    }

    @Test
    void isNotedOnlyIfOptiplyTookIt() {
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.single(2)) {
            shop.world.faults().add(Fault.status(400).on("PATCH", PAIR));

            assertThat(shop.apply("list.csv", list(row(1, ALPHA, false))).answer())
                    .contains("optiply_refused");

            shop.world.faults().clear();
            Set<RemoteId> withdrawn = shop.world.engine().store().read(tx -> tx.withdrawals()
                    .ofProducts(SyncSetup.ACME, List.of(new RemoteId("100001"))));
            assertThat(withdrawn).isEmpty();
        }
    }

    @Test
    void isNotedAlsoWhereOptiplyHadItSoAlready() {
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.single(2)) {
            shop.preferInOptiply(BETA);

            assertThat(shop.apply("list.csv", list(row(1, ALPHA, false))).answer())
                    .contains("1 so already");

            pullAndCompare(shop);
            assertThat(shop.preferred()).doesNotContainEntry(1, ALPHA);
        }
    }

    /** Picqer never named it, so nothing of Picqer's was withdrawn. */
    @Test
    void isOnlyOfASupplierThatPicqerNames() {
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.single(1)) {
            shop.preferInOptiply(BETA);
            shop.apply("list.csv", list(row(1, BETA, false)));
            shop.nameInPicqer(1, shop.beta);

            shop.world.run(Flow.SUPPLIER_PRODUCTS);

            assertThat(shop.preferred()).isEqualTo(Map.of(1, BETA));
        }
    }

    @Test
    void isTakenFromOptiplyWhenTheStateIsPutBack() {
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.single(3)) {
            shop.apply("before.csv", list(row(1, ALPHA, false)));
            Path copy = shop.world.backUp();
            shop.apply("after.csv", list(row(1, ALPHA, true), row(2, ALPHA, false)));

            shop.world.putBack(copy);
            pullAndCompare(shop);

            assertThat(shop.preferred()).isEqualTo(Map.of(1, ALPHA, 3, ALPHA));
        }
    }

    private static void pullAndCompare(ChoiceOfSuppliers shop) {
        shop.world.run(Flow.SUPPLIER_PRODUCTS, Flow.COMPARISON);
    }
}
