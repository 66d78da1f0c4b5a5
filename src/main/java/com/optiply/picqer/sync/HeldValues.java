package com.optiply.picqer.sync;

import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.OptiplySupplierProduct;
import com.optiply.picqer.store.Link;
import com.optiply.picqer.store.Standing;
import java.util.HashSet;
import java.util.Set;

/**
 * The attributes of one record as Optiply holds them, next to what it last acknowledged.
 *
 * @param acknowledged all that is known to have been sent
 * @param held those of them that Optiply shows, as it has them, and what it has although it was told that there is none
 * @param learnt all that is known to be there, with what Optiply shows in place of what nobody knew
 * @param changes what would make them again what was acknowledged; none: nothing was edited
 */
record HeldValues(Attributes acknowledged, Attributes held, Attributes learnt, Attributes changes) {

    /**
     * An attribute that Optiply does not show at all cannot be compared; one that it shows as null can. Where products
     * have several suppliers, which one is preferred is for users and dropped files to say.
     */
    static HeldValues of(Link link, OptiplyRecord record, boolean hasSeveralSuppliers) {
        Attributes acknowledged = LinkStates.acknowledged(link);
        Set<String> names = acknowledged.names();
        names.removeIf(name -> !record.attributes().has(name));
        if (link.kind() == Kind.SUPPLIER_PRODUCTS && hasSeveralSuppliers) {
            names.remove(OptiplySupplierProduct.PREFERRED);
        }
        Attributes shown = acknowledged.known().only(names);
        Set<String> ours = shown.names();
        ours.addAll(emptied(link, acknowledged));
        Attributes held = link.kind().given(record.attributes(), ours);
        Set<String> doubtful =
                acknowledged.without(acknowledged.known()).only(names).names();
        Attributes found = link.kind().given(record.attributes(), doubtful);
        return new HeldValues(acknowledged, held, acknowledged.taking(doubtful, found), held.changesTo(shown));
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
