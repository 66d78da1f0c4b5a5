package com.optiply.picqer.mapping.composition;

import com.optiply.picqer.mapping.Reading;
import com.optiply.picqer.mapping.Reference;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.PicqerPart;
import com.optiply.picqer.picqer.ProductId;

/**
 * A part of a composed product as it was read, with what its rules depend on.
 *
 * @param composedReference what is known of the composed product in Optiply
 * @param isSentWithParts whether the customer wants the parts of that product in Optiply
 * @param partReference what is known of the part in Optiply
 */
public record PartReading(
        ProductId composed,
        Reference composedReference,
        boolean isSentWithParts,
        PicqerPart part,
        Reference partReference)
        implements Reading {

    /** Called by the part's own sku, or by its id. */
    @Override
    public Subject subject() {
        String id = part.idproduct().toString();
        String sku = part.productcode();
        return subjectOf(composed, id, sku == null ? id : sku);
    }

    /**
     * A part by the key of its row, be it one that cannot be read. The pair of products names it, because Optiply has
     * each pair once (contract: Optiply 6.9).
     */
    public static Subject subjectOf(ProductId composed, String partKey, String label) {
        return Subject.within(new RemoteId(composed.toString()), composed + "_" + partKey, label);
    }

    /** Pieces in one composed product: Picqer may list a part twice, Optiply takes it once. */
    long amount() {
        return part.amounts().stream().reduce(0L, Math::addExact);
    }
}
