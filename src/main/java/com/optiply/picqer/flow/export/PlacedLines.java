package com.optiply.picqer.flow.export;

import com.optiply.picqer.door.OptiplyAnswer;
import com.optiply.picqer.door.OptiplyRequest;
import com.optiply.picqer.flow.send.OptiplyListing;
import com.optiply.picqer.mapping.placedorder.PlacedOrderReading;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyBuyOrderLine;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.sync.run.Run;
import java.util.ArrayList;
import java.util.List;

/** The lines of one of Optiply's buy orders, asked for to their end. Confined to the run's thread. */
final class PlacedLines {
    private final OptiplyId order;
    private final OptiplyListing list;
    private final List<OptiplyRecord> records = new ArrayList<>();
    private boolean isUnclear;

    PlacedLines(Run run, OptiplyId order) {
        this.order = order;
        this.list = OptiplyListing.of(run, Kind.BUY_ORDER_LINES).where(OptiplyBuyOrderLine.BUY_ORDER_ID, order);
    }

    boolean isOf(PlacedOrderReading reading) {
        return reading.order().id().equals(order);
    }

    OptiplyRequest request() {
        return list.request();
    }

    /** Takes the answer to {@link #request}. A doubtful list is read again: its order goes whole or not at all. */
    void take(OptiplyAnswer answer) {
        records.addAll(list.take(answer));
        if (list.isDoubtful()) {
            records.clear();
            isUnclear = !list.tryAgain();
        }
    }

    boolean hasEnded() {
        return isUnclear || list.hasEnded();
    }

    /** Whether Optiply does not list what it says there is, however often it is asked: nobody knows the lines. */
    boolean isUnclear() {
        return isUnclear;
    }

    List<OptiplyRecord> records() {
        return records;
    }
}
