package com.optiply.picqer.store.row;

import com.optiply.picqer.optiply.OptiplyId;
import org.jspecify.annotations.Nullable;

/**
 * A supplier product that Optiply has, as it was listed for a dropped file.
 *
 * @param preferred 1 if it is the product's preferred one, else 0
 */
public record DroppedPair(
        DropId file,
        OptiplyId optiplyId,
        @Nullable String optiplyUuid,
        OptiplyId productId,
        OptiplyId supplierId,
        long preferred) {

    public boolean isPreferred() {
        return preferred == 1;
    }
}
