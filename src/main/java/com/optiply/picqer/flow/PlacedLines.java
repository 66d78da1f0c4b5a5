package com.optiply.picqer.flow;

import com.optiply.picqer.door.OptiplyAnswer;
import com.optiply.picqer.door.OptiplyRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.mapping.PlacedOrderReading;
import com.optiply.picqer.optiply.OptiplyBuyOrderLine;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.sync.Run;
import java.util.ArrayList;
import java.util.List;

/** The lines of one of Optiply's buy orders, asked for to their end. Confined to the run's thread. */
final class PlacedLines {
    private static final int PAGE_RECORDS = 100;

    private final OptiplyId order;
    private final List<OptiplyRecord> records = new ArrayList<>();
    private boolean hasEnded;

    PlacedLines(OptiplyId order) {
        this.order = order;
    }

    boolean isOf(PlacedOrderReading reading) {
        return reading.order().id().equals(order);
    }

    OptiplyRequest request(Run run) {
        return OptiplyRequest.get(
                "/buyOrderLines",
                Query.of("filter[accountId]", run.customer().optiply().account())
                        .and("filter[" + OptiplyBuyOrderLine.BUY_ORDER_ID + "]", order)
                        .and("sort", "id")
                        .and("page[limit]", PAGE_RECORDS)
                        .and("page[offset]", records.size()));
    }

    void take(OptiplyAnswer answer) {
        List<OptiplyRecord> page = OptiplyRecord.readAll(answer.body());
        records.addAll(page);
        hasEnded = page.size() < PAGE_RECORDS;
    }

    boolean hasEnded() {
        return hasEnded;
    }

    List<OptiplyRecord> records() {
        return records;
    }
}
