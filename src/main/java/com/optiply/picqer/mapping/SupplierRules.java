package com.optiply.picqer.mapping;

import com.optiply.picqer.mapping.Decision.Filter;

/** What becomes of suppliers that Picqer has no more (mapping.md, "Suppliers"). */
public final class SupplierRules {

    /**
     * The decision about a supplier that neither complete list has, twice running.
     *
     * @param isLeanedOn whether open buy orders or enabled supplier products are its own: then a person has to agree
     */
    public Filter removed(Subject subject, boolean isLeanedOn) {
        return new Filter(subject, FilterReason.GONE, isLeanedOn ? WhenSent.DELETED_IF_APPROVED : WhenSent.DELETED);
    }
}
