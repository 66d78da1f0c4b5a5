package com.optiply.picqer.store;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.store.row.RunId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * How far each list of Picqer's has been read, in Picqer's own words: moved by complete runs only. Beside them stand,
 * in the same table and under names that no list has, what is kept as soon as it is found out, by runs that fail too:
 * the doubt whether Picqer is still the same shop and a person's answer to it ({@code ShopIdentity}), the account that
 * everything went to, with its addresses ({@code OptiplyIdentity}), and whether Optiply shows our ids ({@code
 * ShownIds}).
 */
public final class Watermarks {
    /** From when on orders that were placed in Optiply are written to Picqer. */
    public static final String EXPORT = "export";

    private final Handle handle;

    Watermarks(Handle handle) {
        this.handle = handle;
    }

    public Optional<String> find(CustomerName customer, String list) {
        return handle.createQuery("select value from watermark where customer = :customer and list = :list")
                .bind("customer", customer)
                .bind("list", list)
                .mapTo(String.class)
                .findOne();
    }

    /** What stands under that name for every customer that has it. */
    public Map<CustomerName, String> ofAll(String list) {
        return handle.createQuery("select customer, value from watermark where list = :list order by customer")
                .bind("list", list)
                .reduceRows(new LinkedHashMap<>(), (all, row) -> {
                    all.put(row.getColumn("customer", CustomerName.class), row.getColumn("value", String.class));
                    return all;
                });
    }

    /** The run that moved it last; of a doubt and of its approval, the run that first came upon it. */
    public Optional<RunId> mover(CustomerName customer, String list) {
        return handle.createQuery("select run from watermark where customer = :customer and list = :list")
                .bind("customer", customer)
                .bind("list", list)
                .mapTo(RunId.class)
                .findOne();
    }

    /** Forgets how far these lists were read. */
    public void remove(CustomerName customer, List<String> lists) {
        handle.createUpdate("delete from watermark where customer = :customer and list in (<lists>)")
                .bind("customer", customer)
                .bindList("lists", lists)
                .execute();
    }

    /** Forgets how far this list was read for every customer. */
    void removeOfAll(String list) {
        handle.createUpdate("delete from watermark where list = :list")
                .bind("list", list)
                .execute();
    }

    public void move(CustomerName customer, String list, String value, RunId run) {
        handle.createUpdate(
                        """
                        insert into watermark (customer, list, value, run) values (:customer, :list, :value, :run)
                        on conflict (customer, list) do update set value = excluded.value, run = excluded.run
                        """)
                .bind("customer", customer)
                .bind("list", list)
                .bind("value", value)
                .bind("run", run)
                .execute();
    }
}
