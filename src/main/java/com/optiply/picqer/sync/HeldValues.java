package com.optiply.picqer.sync;

import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.OptiplySupplierProduct;
import com.optiply.picqer.store.Link;
import java.util.Set;

/**
 * The attributes of one record as Optiply holds them, next to what it last acknowledged.
 *
 * @param acknowledged all that is known to have been sent
 * @param held those of them that Optiply shows, as it has them
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
        Attributes held = link.kind().given(record.attributes(), shown);
        Set<String> doubtful =
                acknowledged.without(acknowledged.known()).only(names).names();
        Attributes found = link.kind().given(record.attributes(), acknowledged.only(doubtful));
        return new HeldValues(acknowledged, held, acknowledged.taking(doubtful, found), held.changesTo(shown));
    }
}
