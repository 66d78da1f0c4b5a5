package com.optiply.picqer.sync.link;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.store.row.Standing;

/** Which pairs of product and supplier are for Optiply's users to change, although they have a link. Pure. */
public final class UsersPairs {
    private UsersPairs() {}

    /**
     * Whether Optiply's users made it, and it is known only because a dropped file is about it: no run has seen it in
     * Picqer. That holds however it stands: what was sent for it may have been refused, or never answered.
     */
    public static boolean isUsers(Link link) {
        return link.kind() == Kind.SUPPLIER_PRODUCTS && link.sighting().isBy(RunId.NONE);
    }

    /**
     * Whether Optiply's users made it, or, where products have several suppliers, it is another's than the one that
     * Picqer names: then its record is not touched (mapping.md, "Supplier products").
     */
    public static boolean isLeftAlone(CustomerSettings customer, Link link) {
        return isUsers(link) || customer.suppliers().multiSupplier() && isFormer(link);
    }

    private static boolean isFormer(Link link) {
        return link.kind() == Kind.SUPPLIER_PRODUCTS
                && link.standing() == Standing.FILTER
                && FilterReason.FORMER_SUPPLIER.code().equals(link.reason());
    }

    /** It when Optiply was just seen to have it, whatever became of what was sent for it before. */
    public static Link standing(Link link) {
        return link.standing(Standing.FILTER, FilterReason.NOT_FROM_PICQER.code());
    }
}
