package com.optiply.picqer.store;

import static java.util.stream.Collectors.toSet;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.RemoteId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Pairs that a dropped file took the preference from although Picqer names that supplier. */
public final class Withdrawals {
    private final Handle handle;

    Withdrawals(Handle handle) {
        this.handle = handle;
    }

    /** One pair, with the product that it is of. */
    public record Withdrawal(CustomerName customer, RemoteId product, RemoteId remoteId) {}

    public void add(List<Withdrawal> withdrawals) {
        Batches.write(
                handle,
                """
                insert into withdrawn (customer, product, remote_id) values (:customer, :product, :remoteId)
                on conflict (customer, remote_id) do nothing
                """,
                withdrawals);
    }

    /** The pairs of these products. */
    public Set<RemoteId> ofProducts(CustomerName customer, Collection<RemoteId> products) {
        return Keys.query(products, keys -> handle.createQuery(
                                "select remote_id from withdrawn where customer = :customer and product in (<keys>)")
                        .bind("customer", customer)
                        .bindList("keys", keys)
                        .mapTo(RemoteId.class)
                        .list())
                .collect(toSet());
    }

    /** A new choice was made for these products. */
    public void removeOfProducts(CustomerName customer, Collection<RemoteId> products) {
        Keys.update(products, keys -> handle.createUpdate(
                        "delete from withdrawn where customer = :customer and product in (<keys>)")
                .bind("customer", customer)
                .bindList("keys", keys)
                .execute());
    }

    public void remove(CustomerName customer, Collection<RemoteId> pairs) {
        Keys.update(pairs, keys -> handle.createUpdate(
                        "delete from withdrawn where customer = :customer and remote_id in (<keys>)")
                .bind("customer", customer)
                .bindList("keys", keys)
                .execute());
    }
}
