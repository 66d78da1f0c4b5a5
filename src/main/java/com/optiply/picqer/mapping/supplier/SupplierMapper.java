package com.optiply.picqer.mapping.supplier;

import com.optiply.picqer.mapping.Adjustment;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.Park;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.Names;
import com.optiply.picqer.optiply.OptiplySupplier;
import com.optiply.picqer.picqer.PicqerSupplier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns a Picqer supplier into an Optiply supplier (mapping.md, "Suppliers"). Every supplier that Picqer has belongs in
 * Optiply.
 *
 * <p>Pure: the same reading always maps to the same decision. One instance serves every customer and thread.
 */
public final class SupplierMapper {
    private static final String COUNTRY = "suppliers." + OptiplySupplier.COUNTRY;

    public Decision map(SupplierReading reading) {
        PicqerSupplier supplier = reading.supplier();
        boolean sendsCountry = reading.extraAttributes().contains(COUNTRY);
        if (sendsCountry && !supplier.countryProblems().isEmpty()) {
            return Park.unreadable(reading.subject(), supplier.countryProblems());
        }
        List<Adjustment> adjustments = new ArrayList<>();
        String name = Names.name(supplier.name(), adjustments);
        OptiplySupplier mapped = new OptiplySupplier(
                name.isEmpty() ? supplier.idsupplier().toString() : name,
                reading.ownsIgnored() ? reading.isInactive() : null,
                sendsCountry ? supplier.country() : null);
        return Send.of(reading.subject(), mapped.attributes(), adjustments).leaving(untouched(reading));
    }

    /** A flag that is not ours keeps what Optiply's users made of it, also where we once sent it or read it there. */
    private static Set<String> untouched(SupplierReading reading) {
        Set<String> untouched = new HashSet<>();
        if (!reading.sendsNames()) {
            untouched.add(OptiplySupplier.NAME);
        }
        if (!reading.ownsIgnored()) {
            untouched.add(OptiplySupplier.IGNORED);
        }
        return untouched;
    }
}
