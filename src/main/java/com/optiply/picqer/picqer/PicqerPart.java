package com.optiply.picqer.picqer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One part of a composed product, in Picqer's own words; only what a rule reads. The composed product does not stand in
 * its rows: whoever asked for them knows it.
 *
 * @param amounts pieces of it, one for each row that names this part: at least one
 */
public record PicqerPart(ProductId idproduct, @Nullable String productcode, List<Long> amounts) {}
