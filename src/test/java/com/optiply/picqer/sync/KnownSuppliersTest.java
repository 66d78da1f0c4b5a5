package com.optiply.picqer.sync;

import static com.optiply.picqer.sync.SampleLinks.inOptiply;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.mapping.SupplierNames.Named;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
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
        supplier("{\"name\":\"Hooghout Trading\"}");

        assertThat(find("SKU-9410")).extracting(Named::name).containsExactly("SKU-9410");
        assertThat(find("Hooghout Trading")).extracting(Named::name).containsExactly("SKU-9410");
    }

    @Test
    void aNameOfWhichNobodyKnowsWhetherOptiplyHasItIsNoName() {
        supplier("{\"name\":null}");

        assertThat(find("null")).isEmpty();
    }

    private void supplier(String attributes) {
        store.saveRelaxed(tx -> tx.links().save(List.of(inOptiply(Kind.SUPPLIERS, "9410", 700, attributes))));
    }

    private List<Named> find(String name) {
        return store.read(tx -> KnownSuppliers.of(tx, Acme.settings().name())).find(name);
    }
}
