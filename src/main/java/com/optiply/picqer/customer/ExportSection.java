package com.optiply.picqer.customer;

import com.optiply.picqer.customer.CustomerSettings.Export;
import com.optiply.picqer.customer.CustomerSettings.OldMarker;
import java.util.List;

/** The part {@code export} of a customer file. Filled like {@link Customer}. */
public final class ExportSection {
    private static final String ID = "{id}";

    private List<OldMarker> oldMarkers = List.of();
    private boolean asConcept;

    @Setting(
            meaning = "How an earlier integration marked the orders that it wrote to Picqer, in `remarks` or"
                    + " `supplier_orderid`, so that none is ordered twice.",
            allowed = "patterns as one text, separated by commas, in each of them `{id}` where Optiply's id stands",
            standard = "none",
            example = "Optiply order {id}, OPT-{id}")
    public void setOldMarkers(String patterns) {
        oldMarkers = SettingLists.texts(patterns).stream()
                .map(ExportSection::oldMarker)
                .toList();
    }

    @Setting(
            meaning = "Whether an order that Optiply placed stays a concept in Picqer, instead of being marked as"
                    + " purchased.",
            allowed = "`true`, `false`",
            standard = "false",
            example = "true")
    public void setAsConcept(String choice) {
        asConcept = SettingValues.trueOrFalse(choice);
    }

    private static OldMarker oldMarker(String pattern) {
        int id = pattern.indexOf(ID);
        if (id < 0 || pattern.indexOf(ID, id + 1) >= 0) {
            throw new IllegalArgumentException("cannot hold `" + pattern + "`; allowed: patterns with `{id}` in them,"
                    + " exactly once, such as `Optiply order {id}`");
        }
        return new OldMarker(pattern.substring(0, id), pattern.substring(id + ID.length()));
    }

    Export settings(boolean purchaseOrders) {
        return new Export(purchaseOrders, oldMarkers, asConcept);
    }

    @Override
    public String toString() {
        return "export settings";
    }
}
