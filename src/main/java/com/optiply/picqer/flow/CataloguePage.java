package com.optiply.picqer.flow;

import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.ProductReading;
import com.optiply.picqer.store.Leg;
import java.util.List;

/**
 * One page as it was read.
 *
 * @param readings in the list's order
 * @param unreadable rows that cannot be read as products, each parked already
 */
record CataloguePage(Leg leg, List<ProductReading> readings, List<Decision> unreadable) {}
