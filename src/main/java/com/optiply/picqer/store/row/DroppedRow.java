package com.optiply.picqer.store.row;

import org.jspecify.annotations.Nullable;

/**
 * One row of a dropped file.
 *
 * @param number the line or row that its owner sees
 * @param wanted 1 if the supplier is to be the preferred one, 0 if it is not to be; null if the row cannot be read
 * @param reason why it was rejected; null if it was not
 */
public record DroppedRow(
        DropId file,
        long number,
        String sku,
        String supplier,
        @Nullable Long wanted,
        RowOutcome outcome,
        @Nullable String reason,
        @Nullable String detail) {

    public boolean isWanted() {
        return wanted != null && wanted == 1;
    }

    public DroppedRow with(RowOutcome other) {
        return new DroppedRow(file, number, sku, supplier, wanted, other, null, null);
    }

    public DroppedRow rejected(String why, String about) {
        return new DroppedRow(file, number, sku, supplier, wanted, RowOutcome.REJECTED, why, about);
    }
}
