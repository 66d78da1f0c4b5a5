package com.optiply.picqer.sync.export;

import com.optiply.picqer.optiply.OptiplyId;
import org.jspecify.annotations.Nullable;

/**
 * Where an order comes from.
 *
 * @param isOptiplysOwn whether it is the order of Optiply's whose mark it bears, or bore when it was written out
 * @param copiedFrom the Optiply order whose mark it bears without being that order; null where there is none
 */
public record Origin(boolean isOptiplysOwn, @Nullable OptiplyId copiedFrom) {
    public static final Origin PICQER = new Origin(false, null);
}
