package com.optiply.picqer.mapping.placedorder;

import com.optiply.picqer.optiply.PlacedBuyOrderLine;
import com.optiply.picqer.picqer.ProductId;
import org.jspecify.annotations.Nullable;

/**
 * A line of an Optiply buy order.
 *
 * @param product the Picqer product that its product is linked to; null where there is none
 */
public record PlacedLineReading(PlacedBuyOrderLine line, @Nullable ProductId product) {}
