package com.optiply.picqer.sync.dropped;

import static java.util.stream.Collectors.toMap;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.mapping.supplier.SupplierNames;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.sync.link.LinkStates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All suppliers of a customer that are in Optiply, as they stood when a run began with its file; made once for all of
 * its pages. Immutable.
 */
public final class KnownSuppliers {
    private final SupplierNames names;
    private final Map<OptiplyId, SupplierNames.Named> byOptiplyId;

    private KnownSuppliers(List<SupplierNames.Named> names) {
        this.names = new SupplierNames(names);
        this.byOptiplyId =
                names.stream().collect(toMap(SupplierNames.Named::optiplyId, named -> named, (first, other) -> first));
    }

    /** Under Picqer's name, and under Optiply's where it is another. */
    static KnownSuppliers of(Transaction tx, CustomerName customer) {
        List<SupplierNames.Named> names = new ArrayList<>();
        for (Link link : tx.links().inOptiply(customer, Kind.SUPPLIERS)) {
            OptiplyId id = Objects.requireNonNull(link.optiplyId());
            names.add(new SupplierNames.Named(link.remoteId(), id, link.label()));
            var known = LinkStates.acknowledged(link).get("name");
            if (known != null && known.isTextual() && !known.textValue().equals(link.label())) {
                names.add(new SupplierNames.Named(link.remoteId(), id, known.textValue()));
            }
        }
        return new KnownSuppliers(names);
    }

    /** The suppliers that the name may mean, each once. */
    List<SupplierNames.Named> find(String name) {
        return names.find(name);
    }

    /** What Picqer calls it; null where Optiply has a supplier that the state knows nothing of. */
    @Nullable
    String name(OptiplyId supplier) {
        SupplierNames.Named named = byOptiplyId.get(supplier);
        return named == null ? null : named.name();
    }

    /** Its number in Picqer; null as with {@link #name}. */
    @Nullable
    RemoteId id(OptiplyId supplier) {
        SupplierNames.Named named = byOptiplyId.get(supplier);
        return named == null ? null : named.id();
    }
}
