package com.optiply.picqer.cli;

import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.store.row.Export;
import com.optiply.picqer.store.row.ExportState;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.sync.inspect.Explanation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says in words how far an order of Optiply's has come on its way to Picqer. Only what is certainly not there is called
 * so: whoever hears that orders it by hand.
 */
final class WayToPicqer {
    private WayToPicqer() {}

    /** Where a parked order is. */
    static String whereParked(Explanation record, ParkReason reason) {
        Export export = record.export();
        if (export == null || export.purchaseOrder() == null) {
            return export != null || mayBeThere(reason)
                    ? "It is not known whether it is in Picqer"
                    : "Not in Picqer yet";
        }
        if (reason == ParkReason.GONE_IN_PICQER) {
            return "Not in Picqer any more, where it was purchase order " + export.purchaseOrder();
        }
        return "In Picqer, as purchase order " + export.purchaseOrder() + ", but " + missing(export.state());
    }

    /** Whether somebody else may have placed it, or Picqer did not say whether it has it. */
    private static boolean mayBeThere(ParkReason reason) {
        return switch (reason) {
            case MARKED_ELSEWHERE, OLDER_THAN_EXPORT, NOT_SHOWN_BY_PICQER, UNCONFIRMED -> true;
            default -> false;
        };
    }

    private static String missing(ExportState state) {
        return switch (state) {
            case PLANNED, SOUGHT, CREATED -> "not known to be purchased";
            case ORDERED -> "Optiply is still to be told";
            case DONE -> "not settled";
        };
    }

    /** What comes next; null where nothing of it has begun, or where nothing comes any more. */
    static @Nullable String next(Explanation record) {
        Export export = record.export();
        if (export == null || isGone(record.link())) {
            return null;
        }
        return export.state() == ExportState.CREATED && !export.isOurs()
                ? "It goes on by itself as soon as somebody has purchased it there."
                : next(export.state());
    }

    private static String next(ExportState state) {
        return switch (state) {
            case PLANNED -> "It was about to be created in Picqer: the next run looks there whether it is.";
            case SOUGHT -> "Whether Picqer created it is not known: it was looked for once, and is looked for again.";
            case CREATED -> "It was created in Picqer; the next run marks it as purchased if it is still a concept.";
            case ORDERED -> "It is ordered; Optiply is still to be told Picqer's id of it.";
            case DONE -> "It is in Picqer, and from here on Picqer owns it.";
        };
    }

    private static boolean isGone(Link order) {
        return Objects.equals(order.reason(), ParkReason.GONE_IN_PICQER.code());
    }
}
