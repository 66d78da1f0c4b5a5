package com.optiply.picqer.store;

import static java.util.Comparator.comparing;

import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.store.row.DropId;
import com.optiply.picqer.store.row.DroppedPair;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The supplier products that Optiply has, as they were listed for dropped files. */
public final class DroppedPairs {
    /** In no order: asked for one, SQLite reads the pairs of the whole file by their primary key instead. */
    static final String OF_PRODUCTS = "select * from dropped_pair where file = :file and product_id in (<keys>)";

    private final Handle handle;

    DroppedPairs(Handle handle) {
        this.handle = handle;
    }

    public void save(List<DroppedPair> pairs) {
        Batches.write(
                handle,
                """
                insert into dropped_pair (file, optiply_id, optiply_uuid, product_id, supplier_id, preferred)
                values (:file, :optiplyId, :optiplyUuid, :productId, :supplierId, :preferred)
                on conflict (file, optiply_id) do update set
                    optiply_uuid = excluded.optiply_uuid, product_id = excluded.product_id,
                    supplier_id = excluded.supplier_id, preferred = excluded.preferred
                """,
                pairs);
    }

    /** The oldest first. */
    public List<DroppedPair> ofProducts(DropId file, Collection<OptiplyId> products) {
        return Keys.query(products, keys -> handle.createQuery(OF_PRODUCTS)
                        .bind("file", file)
                        .bindList("keys", keys)
                        .mapTo(DroppedPair.class)
                        .list())
                .sorted(comparing(DroppedPair::optiplyId))
                .toList();
    }

    public void remove(DropId file) {
        handle.createUpdate("delete from dropped_pair where file = :file")
                .bind("file", file)
                .execute();
    }
}
