package com.optiply.picqer.mapping.supplier;

import com.optiply.picqer.mapping.Adjustment;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.Names;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.optiply.OptiplySupplier;
import com.optiply.picqer.optiply.RemoteId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A supplier that is known by nothing but its name on purchase orders, because the API key has no access to suppliers
 * (mapping.md, "Suppliers", fulfilment). It has no list that it could be absent from, so it is never deleted.
 *
 * @param name as the order has it, trimmed; never empty
 */
public record NamedSupplier(String name) {
    /** The supplier that an order's {@code supplier_name} means; empty when it names none. */
    public static Optional<NamedSupplier> of(@Nullable String supplierName) {
        return Optional.ofNullable(supplierName)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(NamedSupplier::new);
    }

    /** One id however the name is written: in capitals or not, with blanks around it or not. */
    public RemoteId remoteId() {
        return SupplierKey.byName(name);
    }

    public Subject subject() {
        return new Subject(remoteId(), Names.name(name, new ArrayList<>()), null);
    }

    /** A create bears the name. Afterwards Optiply keeps it, or two orders that write it otherwise would take turns. */
    public Send send() {
        List<Adjustment> adjustments = new ArrayList<>();
        OptiplySupplier supplier = new OptiplySupplier(Names.name(name, adjustments), null, null);
        return Send.of(subject(), supplier.attributes(), adjustments)
                .leaving(Set.of(OptiplySupplier.NAME, OptiplySupplier.IGNORED));
    }
}
