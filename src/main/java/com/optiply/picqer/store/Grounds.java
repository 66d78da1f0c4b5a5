package com.optiply.picqer.store;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.mapping.Occasion;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.RestsOn;
import com.optiply.picqer.store.row.RunId;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What decisions rest on: they are made again when that has become so, though nothing changed in their own record. */
public final class Grounds {
    private final Handle handle;

    Grounds(Handle handle) {
        this.handle = handle;
    }

    /** Forgets what earlier decisions about these records rested on. */
    public void remove(CustomerName customer, Kind kind, Collection<RemoteId> remoteIds) {
        Keys.update(remoteIds, keys -> handle.createUpdate(
                        "delete from rests_on where customer = :customer and kind = :kind and remote_id in (<keys>)")
                .bind("customer", customer)
                .bind("kind", kind)
                .bindList("keys", keys)
                .execute());
    }

    public void save(List<RestsOn> grounds) {
        Batches.write(
                handle,
                """
                insert into rests_on (customer, kind, remote_id, on_kind, on_id, occasion)
                values (:customer, :kind, :remoteId, :onKind, :onId, :occasion)
                on conflict (customer, kind, remote_id, on_kind, on_id, occasion) do nothing
                """,
                grounds);
    }

    /** Records that rest on one which was not in Optiply then, and is now. */
    public List<RemoteId> linked(CustomerName customer, Kind kind) {
        return handle.createQuery(
                        """
                        select distinct rests_on.remote_id from rests_on
                        join link on link.customer = rests_on.customer and link.kind = rests_on.on_kind
                            and link.remote_id = rests_on.on_id
                        where rests_on.customer = :customer and rests_on.kind = :kind
                            and rests_on.occasion = 'linked' and link.optiply_id is not null
                        order by rests_on.remote_id
                        """)
                .bind("customer", customer)
                .bind("kind", kind)
                .mapTo(RemoteId.class)
                .list();
    }

    /** Records that rest on being in a list, where the run that read the lists has not seen them. */
    public List<RemoteId> unlisted(CustomerName customer, Kind kind, RunId run) {
        return handle.createQuery(
                        """
                        select rests_on.remote_id from rests_on
                        join link on link.customer = rests_on.customer and link.kind = rests_on.kind
                            and link.remote_id = rests_on.remote_id
                        where rests_on.customer = :customer and rests_on.kind = :kind
                            and rests_on.occasion = 'unlisted' and link.seen_run < :run
                        order by rests_on.remote_id
                        """)
                .bind("customer", customer)
                .bind("kind", kind)
                .bind("run", run)
                .mapTo(RemoteId.class)
                .list();
    }

    /** Records that rest in that way on any of these others. */
    public List<RemoteId> restingOn(
            CustomerName customer, Kind kind, Occasion occasion, Kind onKind, Collection<RemoteId> onIds) {
        return Keys.query(onIds, keys -> handle.createQuery(
                                """
                                select distinct remote_id from rests_on
                                where customer = :customer and on_kind = :onKind and on_id in (<keys>)
                                    and kind = :kind and occasion = :occasion
                                order by remote_id
                                """)
                        .bind("customer", customer)
                        .bind("onKind", onKind)
                        .bindList("keys", keys)
                        .bind("kind", kind)
                        .bind("occasion", occasion)
                        .mapTo(RemoteId.class)
                        .list())
                .distinct()
                .toList();
    }
}
