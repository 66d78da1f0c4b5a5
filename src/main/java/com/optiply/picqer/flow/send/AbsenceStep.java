package com.optiply.picqer.flow.send;

import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.flow.walk.Walk;
import com.optiply.picqer.sync.compare.Absences;
import org.apache.camel.Exchange;

/** The step that looks for what Picqer has no more: never after a walk that did not see its end. */
public final class AbsenceStep {
    private final Absences absences;

    public AbsenceStep(Absences absences) {
        this.absences = absences;
    }

    public void find(Exchange exchange) {
        Walk.requireEnded(exchange);
        if (!Walk.of(exchange).isRefused()) {
            absences.find(Variables.run(exchange), SupplierUses.inUse(exchange));
        }
    }
}
