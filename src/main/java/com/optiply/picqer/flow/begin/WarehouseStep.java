package com.optiply.picqer.flow.begin;

import com.optiply.picqer.door.PicqerAnswer;
import com.optiply.picqer.door.PicqerRequest;
import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.flow.run.RunState;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.sync.identity.WarehouseChoice;
import com.optiply.picqer.sync.run.ReadSoFar;
import com.optiply.picqer.sync.run.Run;
import org.apache.camel.Exchange;

/** The steps of {@code direct:warehouses}. */
public final class WarehouseStep {
    private static final int FORBIDDEN = 403;

    private static final String REFUSED = "warehousesRefused";

    private final ReadSoFar soFar;
    private final RunListener listener;

    public WarehouseStep(ReadSoFar soFar, RunListener listener) {
        this.soFar = soFar;
        this.listener = listener;
    }

    /** Whether there is another page of them. */
    public boolean hasNext(Exchange exchange) {
        return WarehouseListing.of(exchange).hasNext();
    }

    /** A scoped key may not be allowed to read them (contract: Picqer 14). A 401 is also what a wrong key is told. */
    public PicqerRequest request(Exchange exchange) {
        return WarehouseListing.of(exchange).request().orAnswer(FORBIDDEN);
    }

    public void take(Exchange exchange) {
        PicqerAnswer answer = exchange.getMessage().getBody(PicqerAnswer.class);
        boolean isRefused = answer.status() == FORBIDDEN;
        RunState.put(exchange, REFUSED, isRefused);
        if (isRefused) {
            WarehouseListing.of(exchange).end();
        } else {
            WarehouseListing.of(exchange).take(answer);
        }
    }

    public void choose(Exchange exchange) {
        Run run = Variables.run(exchange);
        boolean isRefused = RunState.required(exchange, REFUSED, Boolean.class);
        WarehouseListing listed = WarehouseListing.readBy(exchange);
        WarehouseChoice choice = isRefused
                ? WarehouseChoice.unseen(run.customer())
                : WarehouseChoice.of(run.customer(), listed.known(), listed.unreadable());
        choice.requireSameMain(run.customer(), soFar.of(run, WarehouseChoice.MAIN));
        if (!run.withholdsWrites()) {
            run.read(WarehouseChoice.MAIN, choice.main().toString());
        }
        if (isRefused) {
            listener.warehousesUnread(run);
        }
        listed.unreadable().forEach(row -> listener.unreadableWarehouse(run, row.toString()));
        choice.preferredToMain(listed.known()).ifPresent(other -> listener.preferredToMain(run, other));
        Variables.warehouses(exchange, choice);
    }
}
