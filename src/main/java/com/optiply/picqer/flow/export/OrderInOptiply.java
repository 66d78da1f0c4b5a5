package com.optiply.picqer.flow.export;

import com.optiply.picqer.door.OptiplyRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.flow.walk.Gone;
import com.optiply.picqer.mapping.placedorder.PlacedLineReading;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.PlacedBuyOrder;
import com.optiply.picqer.sync.export.PlannedExport;
import com.optiply.picqer.sync.run.Run;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Optiply says of an order that is on its way to Picqer: the order, and then its lines where somebody needs them.
 * Confined to the run's thread.
 */
final class OrderInOptiply {
    private final OptiplyId id;
    private @Nullable PlacedBuyOrder order;
    private List<PlacedLineReading> lines;
    private boolean isRead;
    private boolean isClosed;
    private @Nullable PlacedLines asked;

    private OrderInOptiply(OptiplyId id, @Nullable PlacedBuyOrder order, List<PlacedLineReading> lines) {
        this.id = id;
        this.order = order;
        this.lines = lines;
    }

    /** As the list of open ones has shown it. */
    static OrderInOptiply listed(PlannedExport planned) {
        PlacedBuyOrder order = planned.reading().order();
        OrderInOptiply listed = new OrderInOptiply(order.id(), order, planned.lines());
        listed.isRead = true;
        return listed;
    }

    /** Nothing was asked yet. */
    static OrderInOptiply unread(OptiplyId id) {
        return new OrderInOptiply(id, null, List.of());
    }

    /** The order after something was waited for: a buyer may have decided otherwise meanwhile. */
    OrderInOptiply toBeReadAgain() {
        OrderInOptiply again = new OrderInOptiply(id, order, lines);
        again.isClosed = isClosed;
        return again;
    }

    /** The next request: for the order itself, or for a page of its lines where those were asked for. */
    OptiplyRequest next() {
        return asked == null
                ? OptiplyRequest.get("/buyOrders/" + id, Query.NONE).orAnswer(Gone.STATUSES)
                : asked.request();
    }

    /** Takes the order itself; null: Optiply has it no more. */
    void take(@Nullable PlacedBuyOrder now) {
        order = now;
        isRead = true;
        isClosed = now == null || now.isCompleted();
    }

    void askForLines(Run run) {
        asked = new PlacedLines(run, id);
    }

    /** The lines that were asked for; null where none were. */
    @Nullable
    PlacedLines asked() {
        return asked;
    }

    void takeLines(List<PlacedLineReading> now) {
        lines = now;
    }

    /** Whether Optiply has said how it stands there, with all that was asked, and nothing was waited for since. */
    boolean isRead() {
        return isRead && (asked == null || asked.hasEnded());
    }

    boolean areLinesRead() {
        return asked != null && asked.hasEnded();
    }

    /** Whether it was completed or deleted in Optiply: nobody wants it any more, as far as is known. */
    boolean isClosed() {
        return isClosed;
    }

    /** Null where Optiply has it no more, and where nobody has asked. */
    @Nullable
    PlacedBuyOrder order() {
        return order;
    }

    List<PlacedLineReading> lines() {
        return lines;
    }
}
