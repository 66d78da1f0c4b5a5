package com.optiply.picqer.store;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.store.row.DropId;
import com.optiply.picqer.store.row.DropPurpose;
import com.optiply.picqer.store.row.DropState;
import com.optiply.picqer.store.row.DroppedFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The files that were dropped, and how far each has come. */
public final class DroppedFiles {
    private static final String OPEN = "state in ('claimed', 'staged', 'applied')";

    private final Handle handle;

    DroppedFiles(Handle handle) {
        this.handle = handle;
    }

    public DropId add(CustomerName customer, String name, DropPurpose purpose, Instant at) {
        DropId id = new DropId(Counter.next(handle, "dropped_file"));
        handle.createUpdate(
                        """
                        insert into dropped_file (id, customer, name, purpose, state, claimed_at, due_at, attempts,
                            row_count, settled_count)
                        values (:id, :customer, :name, :purpose, 'claimed', :at, :at, 0, 0, 0)
                        """)
                .bind("id", id)
                .bind("customer", customer)
                .bind("name", name)
                .bind("purpose", purpose)
                .bind("at", at)
                .execute();
        return id;
    }

    public Optional<DroppedFile> find(DropId id) {
        return handle.createQuery("select * from dropped_file where id = :id")
                .bind("id", id)
                .mapTo(DroppedFile.class)
                .findOne();
    }

    /** The files of the customer that are not over, the oldest first. */
    public List<DroppedFile> open(CustomerName customer) {
        return handle.createQuery("select * from dropped_file where customer = :customer and " + OPEN + " order by id")
                .bind("customer", customer)
                .mapTo(DroppedFile.class)
                .list();
    }

    /** The last file of the same content that was applied, and of which nothing was withheld. */
    public Optional<DroppedFile> sameContent(CustomerName customer, String digest) {
        return handle.createQuery(
                        """
                        select * from dropped_file
                        where customer = :customer and digest = :digest and state = 'answered' and purpose <> 'preview'
                        order by id desc limit 1
                        """)
                .bind("customer", customer)
                .bind("digest", digest)
                .mapTo(DroppedFile.class)
                .findOne();
    }

    /** Notes that every row is in the state; from then on it is due. */
    public void staged(DropId id, String digest, long rows, long settled) {
        handle.createUpdate(
                        """
                        update dropped_file set state = 'staged', digest = :digest, row_count = :rows,
                            settled_count = :settled, due_at = claimed_at
                        where id = :id
                        """)
                .bind("id", id)
                .bind("digest", digest)
                .bind("rows", rows)
                .bind("settled", settled)
                .execute();
    }

    public void state(DropId id, DropState state) {
        handle.createUpdate("update dropped_file set state = :state where id = :id")
                .bind("id", id)
                .bind("state", state)
                .execute();
    }

    /** A file whose rows were only withheld may be dropped again when writing is allowed: its content is forgotten. */
    public void forgetContent(DropId id) {
        handle.createUpdate("update dropped_file set digest = null where id = :id")
                .bind("id", id)
                .execute();
    }

    public void settled(DropId id, long more) {
        handle.createUpdate("update dropped_file set settled_count = settled_count + :more where id = :id")
                .bind("id", id)
                .bind("more", more)
                .execute();
    }

    /** Puts the file off. */
    public void due(DropId id, Instant at, long moreAttempts) {
        handle.createUpdate("update dropped_file set due_at = :at, attempts = attempts + :more where id = :id")
                .bind("id", id)
                .bind("at", at)
                .bind("more", moreAttempts)
                .execute();
    }

    public void answer(DropId id, String name) {
        handle.createUpdate("update dropped_file set answer = :name where id = :id")
                .bind("id", id)
                .bind("name", name)
                .execute();
    }

    /** Forgets files that are over and were taken before that moment; returns how many. */
    public long deleteOverBefore(Instant moment) {
        return handle.createUpdate(
                        """
                        delete from dropped_file where state in ('answered', 'refused') and claimed_at < :moment
                        """)
                .bind("moment", moment)
                .execute();
    }

    /** Forgets files that are not over, with all that is kept of them. */
    void forgetOpen() {
        for (String table : List.of("dropped_row", "dropped_pair")) {
            handle.createUpdate(
                            "delete from " + table + " where file in (select id from dropped_file where " + OPEN + ")")
                    .execute();
        }
        handle.createUpdate("delete from dropped_file where " + OPEN).execute();
    }

    public void remove(DropId id) {
        handle.createUpdate("delete from dropped_file where id = :id")
                .bind("id", id)
                .execute();
    }
}
