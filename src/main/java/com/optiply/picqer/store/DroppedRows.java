package com.optiply.picqer.store;

import static java.util.Comparator.comparing;

import com.optiply.picqer.store.row.DropId;
import com.optiply.picqer.store.row.DroppedRow;
import com.optiply.picqer.store.row.OutcomeCount;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of dropped files. */
public final class DroppedRows {
    /** In no order: asked for one, SQLite reads the whole file by its primary key instead. */
    static final String WANTED = "select * from dropped_row where file = :file and wanted = 1 and sku in (<keys>)";

    private final Handle handle;

    DroppedRows(Handle handle) {
        this.handle = handle;
    }

    public void add(List<DroppedRow> rows) {
        Batches.write(
                handle,
                """
                insert into dropped_row (file, number, sku, supplier, wanted, outcome, reason, detail)
                values (:file, :number, :sku, :supplier, :wanted, :outcome, :reason, :detail)
                """,
                rows);
    }

    public void settle(List<DroppedRow> rows) {
        Batches.write(
                handle,
                """
                update dropped_row set outcome = :outcome, reason = :reason, detail = :detail
                where file = :file and number = :number
                """,
                rows);
    }

    /** Rows without an outcome that want the same, in the order of the file. */
    public List<DroppedRow> open(DropId file, long wanted, long after, int limit) {
        return handle.createQuery(
                        """
                        select * from dropped_row
                        where file = :file and number > :after and wanted = :wanted
                            and outcome in ('open', 'under_way')
                        order by number limit :limit
                        """)
                .bind("file", file)
                .bind("wanted", wanted)
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(DroppedRow.class)
                .list();
    }

    /** All rows in the order of the file. */
    public List<DroppedRow> page(DropId file, long after, int limit) {
        return handle.createQuery(
                        "select * from dropped_row where file = :file and number > :after order by number limit :limit")
                .bind("file", file)
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(DroppedRow.class)
                .list();
    }

    public List<OutcomeCount> counts(DropId file) {
        return handle.createQuery(
                        """
                        select outcome, reason, count(*) as row_count from dropped_row where file = :file
                        group by outcome, reason order by outcome, reason
                        """)
                .bind("file", file)
                .mapTo(OutcomeCount.class)
                .list();
    }

    /** How many products the rows without an outcome are about. */
    public long openSkus(DropId file) {
        return handle.createQuery(
                        """
                        select count(distinct sku) from dropped_row
                        where file = :file and outcome in ('open', 'under_way')
                        """)
                .bind("file", file)
                .mapTo(Long.class)
                .one();
    }

    /** The products that the rows without an outcome are about, in an order that stays. */
    public List<String> openSkus(DropId file, @Nullable String after, int limit) {
        return handle.createQuery(
                        """
                        select distinct sku from dropped_row
                        where file = :file and sku > :after and outcome in ('open', 'under_way')
                        order by sku limit :limit
                        """)
                .bind("file", file)
                .bind("after", after == null ? "" : after)
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }

    /** Rejects every row that says TRUE for a product of which another row says it too. */
    public int rejectSeveralWanted(DropId file, String reason) {
        return handle.createUpdate(
                        """
                        update dropped_row set outcome = 'rejected', reason = :reason, detail = (
                            select other.number from dropped_row other
                            where other.file = dropped_row.file and other.sku = dropped_row.sku and other.wanted = 1
                                and other.number <> dropped_row.number
                            order by other.number limit 1)
                        where file = :file and wanted = 1 and outcome = 'open' and sku in (
                            select sku from dropped_row where file = :file and wanted = 1 and outcome = 'open'
                            group by sku having count(*) > 1)
                        """)
                .bind("file", file)
                .bind("reason", reason)
                .execute();
    }

    /** Rejects rows of one product and supplier of which one says TRUE and another FALSE. */
    public int rejectContradictions(DropId file, String reason) {
        return handle.createUpdate(
                        """
                        update dropped_row set outcome = 'rejected', reason = :reason, detail = (
                            select other.number from dropped_row other
                            where other.file = dropped_row.file and other.sku = dropped_row.sku
                                and other.wanted = 1 - dropped_row.wanted and other.supplier = dropped_row.supplier
                            order by other.number limit 1)
                        where file = :file and outcome = 'open' and exists (
                            select 1 from dropped_row other
                            where other.file = dropped_row.file and other.sku = dropped_row.sku
                                and other.wanted = 1 - dropped_row.wanted and other.supplier = dropped_row.supplier)
                        """)
                .bind("file", file)
                .bind("reason", reason)
                .execute();
    }

    /** The rows that say TRUE for these products, whatever became of them, in the order of the file. */
    public List<DroppedRow> wanted(DropId file, List<String> skus) {
        return Keys.query(skus, keys -> handle.createQuery(WANTED)
                        .bind("file", file)
                        .bindList("keys", keys)
                        .mapTo(DroppedRow.class)
                        .list())
                .sorted(comparing(DroppedRow::number))
                .toList();
    }

    public void remove(DropId file) {
        handle.createUpdate("delete from dropped_row where file = :file")
                .bind("file", file)
                .execute();
    }
}
