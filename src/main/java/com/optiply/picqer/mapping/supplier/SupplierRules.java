package com.optiply.picqer.mapping.supplier;

import com.optiply.picqer.mapping.Decision.Filter;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.mapping.WhenSent;

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
