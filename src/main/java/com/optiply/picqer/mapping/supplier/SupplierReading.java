package com.optiply.picqer.mapping.supplier;

import com.optiply.picqer.mapping.Names;
import com.optiply.picqer.mapping.Reading;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.picqer.PicqerSupplier;
import java.util.ArrayList;
import java.util.Set;

/**
 * A supplier as it was read, with what its rules depend on.
 *
 * @param isInactive whether it stands on the list of inactive ones
 * @param ownsIgnored whether Picqer says which suppliers are ignored, and not Optiply's users
 * @param sendsNames whether this run sends names that have changed
 * @param extraAttributes what this Optiply environment accepts beyond the public set, as {@code resource.attribute}
 */
public record SupplierReading(
        PicqerSupplier supplier,
        boolean isInactive,
        boolean ownsIgnored,
        boolean sendsNames,
        Set<String> extraAttributes)
        implements Reading {

    /** Called by its name, or by the id of a supplier that has none. */
    @Override
    public Subject subject() {
        String id = supplier.idsupplier().toString();
        String name = Names.name(supplier.name(), new ArrayList<>());
        return Subject.of(id, name.isEmpty() ? id : name);
    }
}
