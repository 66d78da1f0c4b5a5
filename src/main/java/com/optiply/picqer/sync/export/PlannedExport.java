package com.optiply.picqer.sync.export;

import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.placedorder.PlacedLineReading;
import com.optiply.picqer.mapping.placedorder.PlacedOrderReading;
import java.util.List;

/**
 * An order that is to be created in Picqer.
 *
 * @param send what is to be created
 * @param lines of the order in Optiply, all of them linked to products of Picqer's
 */
public record PlannedExport(PlacedOrderReading reading, Send send, List<PlacedLineReading> lines) {}
