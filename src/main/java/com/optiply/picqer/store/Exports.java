package com.optiply.picqer.store;

import static java.util.stream.Collectors.toMap;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Export;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Which purchase orders in Picqer came from which buy orders of Optiply's, and those that are on their way. */
public final class Exports {
    private final Handle handle;

    Exports(Handle handle) {
        this.handle = handle;
    }

    public void save(Collection<Export> exports) {
        Batches.write(
                handle,
                """
                insert into export (customer, optiply_id, purchase_order, state, draft, run, since)
                values (:customer, :optiplyId, :purchaseOrder, :state, :draft, :run, :since)
                on conflict (customer, optiply_id) do update set
                    purchase_order = excluded.purchase_order, state = excluded.state, draft = excluded.draft,
                    run = excluded.run, since = excluded.since
                """,
                List.copyOf(exports));
    }

    /** Those that are on their way, in the order in which Optiply numbered them. */
    public List<Export> underWay(CustomerName customer) {
        return handle.createQuery(
                        "select * from export where customer = :customer and state <> 'done' order by optiply_id")
                .bind("customer", customer)
                .mapTo(Export.class)
                .list();
    }

    public Map<OptiplyId, Export> find(CustomerName customer, Collection<OptiplyId> optiplyIds) {
        return Keys.query(optiplyIds, keys -> handle.createQuery(
                                "select * from export where customer = :customer and optiply_id in (<keys>)")
                        .bind("customer", customer)
                        .bindList("keys", keys)
                        .mapTo(Export.class)
                        .list())
                .collect(toMap(Export::optiplyId, Function.identity()));
    }

    /** Those of these purchase orders that came from Optiply. */
    public Map<RemoteId, Export> byPurchaseOrders(CustomerName customer, Collection<RemoteId> purchaseOrders) {
        return Keys.query(purchaseOrders, keys -> handle.createQuery(
                                "select * from export where customer = :customer and purchase_order in (<keys>)")
                        .bind("customer", customer)
                        .bindList("keys", keys)
                        .mapTo(Export.class)
                        .list())
                .collect(toMap(export -> Objects.requireNonNull(export.purchaseOrder()), Function.identity()));
    }

    public void remove(CustomerName customer, Collection<OptiplyId> optiplyIds) {
        Keys.update(optiplyIds, keys -> handle.createUpdate(
                        "delete from export where customer = :customer and optiply_id in (<keys>)")
                .bind("customer", customer)
                .bindList("keys", keys)
                .execute());
    }
}
