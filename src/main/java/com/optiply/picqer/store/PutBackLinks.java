package com.optiply.picqer.store;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Link;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Holds the links of a state that was put back against what Optiply was just listed to have: its candidates, before
 * those that are linked are removed.
 */
public final class PutBackLinks {
    private static final String LISTED =
            """
             (select 1 from candidate where candidate.customer = link.customer and candidate.kind = link.kind
                and candidate.optiply_id = link.optiply_id)
            """;

    private final Handle handle;

    PutBackLinks(Handle handle) {
        this.handle = handle;
    }

    /** Lines that went with their order, and whose ids nobody had learnt: whatever became of them, they are listed. */
    public List<Link> travelled(CustomerName customer, Kind kind, @Nullable RemoteId after, int limit) {
        return links(customer, kind, "optiply_id is null and attributes is not null", after, limit);
    }

    /**
     * Links whose record Optiply has, by remote id.
     *
     * @param after the last remote id of the page before; null: from the beginning
     */
    public List<Link> listed(CustomerName customer, Kind kind, @Nullable RemoteId after, int limit) {
        return links(customer, kind, "optiply_id is not null and exists" + LISTED, after, limit);
    }

    /** Links whose record Optiply does not have, from the beginning. */
    public List<Link> unlisted(CustomerName customer, Kind kind, int limit) {
        return links(customer, kind, "optiply_id is not null and not exists" + LISTED, null, limit);
    }

    /** How many links have no record in Optiply, under their remote id neither: a replaced one bears the same. */
    public long lacking(CustomerName customer, Kind kind) {
        return handle.createQuery(
                        "select count(*) from link where customer = :customer and kind = :kind"
                                + " and optiply_id is not null and not exists" + LISTED
                                + """
                         and not exists (select 1 from candidate where candidate.customer = link.customer
                            and candidate.kind = link.kind and candidate.remote_id = link.remote_id)
                        """)
                .bind("customer", customer)
                .bind("kind", kind)
                .mapTo(Long.class)
                .one();
    }

    private List<Link> links(CustomerName customer, Kind kind, String condition, @Nullable RemoteId after, int limit) {
        return handle.createQuery("select " + LinkMapper.COLUMNS
                        + " from link where customer = :customer and kind = :kind and remote_id > :after and "
                        + condition + " order by remote_id limit :limit")
                .bind("customer", customer)
                .bind("kind", kind)
                .bind("after", Keys.after(after))
                .bind("limit", limit)
                .map(LinkMapper.of(customer, kind))
                .list();
    }
}
