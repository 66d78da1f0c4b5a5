package com.optiply.picqer.sync.identity;

import static java.util.stream.Collectors.joining;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.SettingRefusedException;
import com.optiply.picqer.picqer.Row;
import com.optiply.picqer.picqer.Warehouse;
import com.optiply.picqer.picqer.WarehouseId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The warehouses that count for a customer (mapping.md, "Warehouses").
 *
 * @param main where orders, purchase orders and receipts come from
 * @param stock whose free stock adds up to the stock level
 */
public record WarehouseChoice(WarehouseId main, Set<WarehouseId> stock) {
    /** The main warehouse is remembered as lists are: by the end of a complete run. */
    public static final String MAIN = "warehouses.main";

    /**
     * Throws {@link SettingRefusedException} when a chosen warehouse is not there or not active. Rows that nobody can
     * read are passed over where the file says which warehouses count; where it does not, one of them may be it.
     */
    public static WarehouseChoice of(
            CustomerSettings customer, List<Warehouse> known, List<Row.Unreadable<Warehouse>> unreadable) {
        try {
            return of(customer, known, unreadable.isEmpty());
        } catch (SettingRefusedException refused) {
            if (unreadable.isEmpty()) {
                throw refused;
            }
            throw new SettingRefusedException(refused.getMessage() + " What Picqer lists besides cannot be read: "
                    + unreadable.stream().map(Row::toString).collect(joining(", ")) + ".");
        }
    }

    private static WarehouseChoice of(CustomerSettings customer, List<Warehouse> known, boolean areAll) {
        List<Warehouse> active = known.stream().filter(Warehouse::active).toList();
        WarehouseId main = customer.warehouses()
                .main()
                .map(id -> chosen(customer, "warehouses.main", id, active))
                .orElseGet(() -> onlyOne(customer, active, areAll));
        Set<WarehouseId> stock = customer.warehouses().stock();
        stock.forEach(id -> chosen(customer, "warehouses.stock", id, active));
        return new WarehouseChoice(main, stock.isEmpty() ? Set.of(main) : Set.copyOf(stock));
    }

    /**
     * What the file says, for a key that may not read warehouses: nobody can check it then. Throws
     * {@link SettingRefusedException} when it does not say it.
     */
    public static WarehouseChoice unseen(CustomerSettings customer) {
        WarehouseId main = customer.warehouses()
                .main()
                .orElseThrow(() -> new SettingRefusedException("Customer " + customer.name()
                        + ": the key in `picqer.api-key` may not read warehouses, and `warehouses.main` is not set. Set"
                        + " it to the warehouse that orders come from, or give the key that right in Picqer."));
        Set<WarehouseId> stock = customer.warehouses().stock();
        return new WarehouseChoice(main, stock.isEmpty() ? Set.of(main) : Set.copyOf(stock));
    }

    /** The warehouse that Picqer gives orders to before all others, if it goes before the main one (AutoSplit). */
    public Optional<Warehouse> preferredToMain(List<Warehouse> known) {
        Comparator<Warehouse> order =
                Comparator.comparingLong(one -> one.priority().orElse(Long.MAX_VALUE));
        return known.stream()
                .filter(one -> one.active() && one.priority().isPresent())
                .min(order)
                .filter(first -> known.stream()
                        .filter(one -> one.idwarehouse().equals(main))
                        .anyMatch(own -> order.compare(first, own) < 0));
    }

    /**
     * Refuses another main warehouse than the one that everything so far came from.
     *
     * @param before the main warehouse of the runs before; empty: there were none
     */
    public void requireSameMain(CustomerSettings customer, Optional<String> before) {
        before.filter(id -> !id.equals(main.toString())).ifPresent(id -> {
            throw new SettingRefusedException("Customer " + customer.name() + ": the main warehouse is now " + main
                    + ", and all that was synchronised so far came from warehouse " + id + ": its orders and deliveries"
                    + " belong to that one. Set `warehouses.main` to " + id + " again. To change over to " + main
                    + ", make a new integration in Optiply, and a customer file with a name of its own for it.");
        });
    }

    private static WarehouseId chosen(
            CustomerSettings customer, String setting, WarehouseId id, List<Warehouse> active) {
        if (active.stream().noneMatch(warehouse -> warehouse.idwarehouse().equals(id))) {
            throw new SettingRefusedException("Customer " + customer.name() + ": `" + setting + "` names warehouse "
                    + id + ", which Picqer does not have or which is inactive. Active there: " + listed(active)
                    + ". Correct the setting.");
        }
        return id;
    }

    private static WarehouseId onlyOne(CustomerSettings customer, List<Warehouse> active, boolean areAll) {
        if (active.size() != 1 || !areAll) {
            throw new SettingRefusedException(
                    "Customer " + customer.name() + ": `warehouses.main` is not set, and Picqer"
                            + " has " + active.size() + (areAll ? "" : " readable") + " active warehouses: "
                            + listed(active)
                            + ". Set `warehouses.main` to the one that orders come from.");
        }
        return active.get(0).idwarehouse();
    }

    private static String listed(List<Warehouse> warehouses) {
        return warehouses.isEmpty()
                ? "none"
                : warehouses.stream()
                        .map(warehouse -> warehouse.idwarehouse() + " (" + warehouse.name() + ")")
                        .collect(joining(", "));
    }
}
