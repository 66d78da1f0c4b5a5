package com.optiply.picqer.sync.dropped;

import static com.optiply.picqer.sync.SampleLinks.inOptiply;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.mapping.supplier.SupplierNames.Named;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.sync.Acme;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By which names a dropped list may call a supplier. */
@OnEveryDatabase
class KnownSuppliersTest {
    private final Store store;

    KnownSuppliersTest(Store store) {
        this.store = store;
    }

    @Test
    void isFoundUnderThePicqerNameAndUnderThatOfOptiply() {
        Link supplier = supplier("{\"name\":\"Hooghout Trading\"}");

        assertThat(find(supplier.label())).extracting(Named::id).containsExactly(supplier.remoteId());
        assertThat(find("Hooghout Trading")).extracting(Named::id).containsExactly(supplier.remoteId());
    }

    @Test
    void aNameOfWhichNobodyKnowsWhetherOptiplyHasItIsNoName() {
        supplier("{\"name\":null}");

        assertThat(find("null")).isEmpty();
    }

    private Link supplier(String attributes) {
        Link supplier = inOptiply(Kind.SUPPLIERS, "9410", 700, attributes);
        store.saveRelaxed(tx -> tx.links().save(List.of(supplier)));
        return supplier;
    }

    private List<Named> find(String name) {
        return store.read(tx -> KnownSuppliers.of(tx, Acme.settings().name())).find(name);
    }
}
