package com.optiply.picqer.picqer;

import com.optiply.picqer.picqer.Row.FieldProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A supplier as Picqer lists it, in Picqer's own words; only what a rule reads.
 *
 * @param country null when there is none, and when it could not be read
 * @param countryProblems why the country could not be read. They stand apart because most customers do not send it, and
 *     a supplier that waits holds up its products and orders
 */
public record PicqerSupplier(
        SupplierId idsupplier, @Nullable String name, @Nullable String country, List<FieldProblem> countryProblems) {}
