package com.optiply.picqer.cli;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.store.row.Parked;
import com.optiply.picqer.sync.inspect.Explanations;
import java.io.PrintWriter;
import java.util.List;

/** Lists what should be in Optiply, or in Picqer, and cannot be yet. */
final class ParkedReport {
    private static final int RECORDS_MAX = 20;

    private final CustomerName customer;
    private final Explanations state;
    private final PrintWriter out;

    ParkedReport(CustomerName customer, Explanations state, PrintWriter out) {
        this.customer = customer;
        this.state = state;
        this.out = out;
    }

    void tell(List<Kind> kinds) {
        long all = kinds.stream().mapToLong(this::tell).sum();
        out.println(
                all == 0
                        ? "Nothing is parked for customer " + customer + "."
                        : "All about one of them, and what to do: why " + customer + " NAME");
        if (state.isAnythingHeld(customer)) {
            out.println("More waits for a person: approve " + customer);
        }
        out.flush();
    }

    private long tell(Kind kind) {
        long all = state.parkedCount(customer, kind);
        if (all > 0) {
            out.println(kind.resource());
            state.parked(customer, kind, RECORDS_MAX).forEach(this::tell);
        }
        if (all > RECORDS_MAX) {
            out.println("  and " + (all - RECORDS_MAX) + " more");
        }
        return all;
    }

    private void tell(Parked one) {
        out.println("  " + one.label() + " (" + one.remoteId() + "): `" + one.reason() + "`, " + one.detail());
    }
}
