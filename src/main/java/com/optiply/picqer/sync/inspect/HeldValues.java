package com.optiply.picqer.sync.inspect;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.CustomerSettings.Owner;
import com.optiply.picqer.mapping.supplier.SupplierKey;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.OptiplySupplier;
import com.optiply.picqer.optiply.OptiplySupplierProduct;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.link.LinkStates;
import com.optiply.picqer.sync.link.UsersPairs;
import com.optiply.picqer.sync.run.Run;
import java.util.HashSet;
import java.util.Set;

/**
 * The attributes of one record as Optiply holds them, next to what it last acknowledged.
 *
 * @param acknowledged all that is known to have been sent, but for what this Optiply accepts no more
 * @param held those of them that Optiply shows, as it has them, and what it has although it was told that there is none
 * @param learnt all that is known to be there, with what Optiply shows in place of what nobody knew
 * @param changes what would make them again what was acknowledged; none: nothing was edited
 */
record HeldValues(Attributes acknowledged, Attributes held, Attributes learnt, Attributes changes) {

    /** An attribute that Optiply does not show at all cannot be compared; one that it shows as null can. */
    static HeldValues of(Run run, Link link, OptiplyRecord record) {
        Attributes acknowledged = LinkStates.acknowledged(link).without(run.refused());
        Set<String> names = acknowledged.names();
        names.removeIf(name -> !record.attributes().has(name) || isUsers(run.customer(), link, name));
        Attributes shown = acknowledged.known().only(names);
        Set<String> ours = shown.names();
        ours.addAll(emptied(link, acknowledged));
        Attributes held = link.kind().given(record.attributes(), ours);
        Set<String> doubtful =
                acknowledged.without(acknowledged.known()).only(names).names();
        Attributes found = link.kind().given(record.attributes(), doubtful);
        return new HeldValues(acknowledged, held, acknowledged.taking(doubtful, found), held.changesTo(shown));
    }

    /**
     * Whether it is for Optiply's users to set, by the customer's settings of today, although we sent it once or found
     * it there. Where products have several suppliers, which one is preferred is for users and dropped files to say.
     */
    private static boolean isUsers(CustomerSettings customer, Link link, String name) {
        return switch (link.kind()) {
            case SUPPLIERS -> name.equals(OptiplySupplier.IGNORED) && !ownsIgnored(customer, link);
            case SUPPLIER_PRODUCTS -> UsersPairs.isLeftAlone(customer, link)
                    || name.equals(OptiplySupplierProduct.PREFERRED)
                            && customer.suppliers().multiSupplier();
            default -> false;
        };
    }

    /** Of a supplier that is known by its name only Picqer says nothing but the name. */
    private static boolean ownsIgnored(CustomerSettings customer, Link link) {
        return customer.suppliers().ignored() == Owner.PICQER && !SupplierKey.isByName(link.remoteId());
    }

    /** What a record that is sent has none of, and may have none of in Optiply. */
    private static Set<String> emptied(Link link, Attributes acknowledged) {
        if (link.standing() != Standing.SEND) {
            return Set.of();
        }
        Set<String> emptied = new HashSet<>(link.kind().emptied());
        emptied.removeAll(acknowledged.names());
        return emptied;
    }
}
