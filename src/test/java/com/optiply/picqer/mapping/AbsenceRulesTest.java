package com.optiply.picqer.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.mapping.Decision.Filter;
import com.optiply.picqer.mapping.composition.PartRules;
import com.optiply.picqer.mapping.supplier.SupplierRules;
import com.optiply.picqer.mapping.supplierproduct.SupplierProductRules;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.RemoteId;
import org.junit.jupiter.api.Test;

/** What becomes of records that Picqer says nothing of any more. */
class AbsenceRulesTest {
    private static final Subject SUPPLIER = Subject.of("9410", "Waterworks BV");
    private static final Subject PAIR = Subject.within(new RemoteId("70211"), "70211_9410", "SKU-0042");
    private static final Subject PART = Subject.within(new RemoteId("70300"), "70300_70211", "SKU-0042");

    private final SupplierProductRules pairs = new SupplierProductRules();

    @Test
    void aSupplierThatIsGoneIsDeleted() {
        assertThat(new SupplierRules().removed(SUPPLIER, false))
                .isEqualTo(new Filter(SUPPLIER, FilterReason.GONE, WhenSent.DELETED));
    }

    @Test
    void aSupplierThatIsLeanedOnIsDeletedOnlyIfAPersonAgrees() {
        assertThat(new SupplierRules().removed(SUPPLIER, true))
                .isEqualTo(new Filter(SUPPLIER, FilterReason.GONE, WhenSent.DELETED_IF_APPROVED));
    }

    @Test
    void aFormerSuppliersPairIsDisabledAndNoLongerPreferred() {
        assertThat(pairs.former(PAIR, false))
                .isEqualTo(hidden(FilterReason.FORMER_SUPPLIER, "{\"status\":\"disabled\",\"preferred\":false}"));
    }

    @Test
    void aFormerSuppliersPairIsLeftToWhoeverChoosesAmongSeveral() {
        assertThat(pairs.former(PAIR, true)).isEqualTo(new Filter(PAIR, FilterReason.FORMER_SUPPLIER, WhenSent.LEFT));
    }

    @Test
    void thePairOfAProductThatIsGoneIsDisabledAsTheProductIs() {
        assertThat(pairs.gone(PAIR)).isEqualTo(hidden(FilterReason.GONE, "{\"status\":\"disabled\"}"));
    }

    @Test
    void aPartThatWasTakenAwayIsDeleted() {
        assertThat(Filter.removed(PART)).isEqualTo(new Filter(PART, FilterReason.REMOVED, WhenSent.DELETED));
    }

    @Test
    void aPartOfAProductThatIsNoLongerSentWithItsPartsIsDeleted() {
        assertThat(new PartRules().notComposed(PART))
                .isEqualTo(new Filter(PART, FilterReason.NOT_COMPOSED, WhenSent.DELETED));
    }

    private static Filter hidden(FilterReason reason, String attributes) {
        return new Filter(PAIR, reason, WhenSent.hiddenBy(Attributes.parse(attributes)));
    }
}
