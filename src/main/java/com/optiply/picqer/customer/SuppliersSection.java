package com.optiply.picqer.customer;

import com.optiply.picqer.customer.CustomerSettings.Owner;
import com.optiply.picqer.customer.CustomerSettings.Suppliers;
import java.time.LocalDate;
import java.util.Optional;

/** The part {@code suppliers} of a customer file. Filled like {@link Customer}. */
public final class SuppliersSection {
    /** Who was connected up to this day manages the flag in Optiply. Source: mapping.md, "Customer settings". */
    private static final LocalDate LAST_DAY_OF_OPTIPLY = LocalDate.of(2024, 9, 23);

    private Optional<Owner> ignored = Optional.empty();

    @Setting(
            meaning = "Who says which suppliers are ignored: Picqer, by its inactive suppliers, or people in Optiply,"
                    + " whose flags are then left alone.",
            allowed = "`picqer`, `optiply`",
            standard = "from `since`: `optiply` up to 2024-09-23, `picqer` after it",
            example = "optiply")
    public void setIgnored(String owner) {
        ignored = Optional.of(SettingValues.choice(Owner.class, owner));
    }

    Suppliers settings(LocalDate since, boolean multiSupplier) {
        Owner standard = since.isAfter(LAST_DAY_OF_OPTIPLY) ? Owner.PICQER : Owner.OPTIPLY;
        return new Suppliers(ignored.orElse(standard), multiSupplier);
    }

    @Override
    public String toString() {
        return "supplier settings";
    }
}
