package com.optiply.picqer.customer;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toCollection;

import com.optiply.picqer.picqer.WarehouseId;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The part {@code warehouses} of a customer file. Filled like {@link Customer}. */
public final class WarehousesSection {
    private Optional<WarehouseId> main = Optional.empty();
    private Set<WarehouseId> stock = Set.of();

    @Setting(
            meaning = "The Picqer warehouse that stock, orders, purchase orders and receipts come from.",
            allowed = "a Picqer warehouse id",
            standard = "the only active warehouse",
            example = "18")
    public void setMain(String id) {
        main = Optional.of(new WarehouseId(SettingValues.positive(id)));
    }

    @Setting(
            meaning = "The warehouses whose free stock is added up; all else stays with the main one.",
            allowed = "Picqer warehouse ids as one text, separated by commas",
            standard = "the main warehouse only",
            example = "18, 21")
    public void setStock(String ids) {
        stock = SettingValues.numbers(ids).stream()
                .map(WarehouseId::new)
                .collect(collectingAndThen(toCollection(TreeSet::new), Collections::unmodifiableSortedSet));
    }

    CustomerSettings.Warehouses settings() {
        return new CustomerSettings.Warehouses(main, stock);
    }

    @Override
    public String toString() {
        return "warehouse settings";
    }
}
