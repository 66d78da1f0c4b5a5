package com.optiply.picqer.flow.dropped;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.optiply.picqer.door.Account;
import com.optiply.picqer.door.Failure;
import com.optiply.picqer.door.PicqerAnswer;
import com.optiply.picqer.door.PicqerRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.flow.page.Gathering;
import com.optiply.picqer.flow.run.Problem;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.store.row.RowOutcome;
import com.optiply.picqer.sync.dropped.ChosenPair;
import com.optiply.picqer.sync.run.AccountLeases;
import com.optiply.picqer.sync.run.Run;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Gives Picqer's products another supplier: the request of one row, and the strategy that gathers the answers. What a
 * run that broke off may have sent is asked for first, and sent again only if it never arrived.
 */
public final class PicqerChoices extends Gathering<PicqerChoices.Answered> {
    private static final String CHOSEN = "chosenPair";

    private final AccountLeases leases;

    public PicqerChoices(AccountLeases leases) {
        this.leases = leases;
    }

    public PicqerRequest request(Exchange exchange) {
        ChosenPair chosen = exchange.getMessage().getBody(ChosenPair.class);
        exchange.setProperty(CHOSEN, chosen);
        Run run = Variables.run(exchange);
        leases.require(run.customer().name());
        return chosen.row().outcome() == RowOutcome.UNDER_WAY
                ? PicqerRequest.get("/products/" + chosen.product(), Query.NONE)
                : telling(chosen);
    }

    private static PicqerRequest telling(ChosenPair chosen) {
        return PicqerRequest.put(
                "/products/" + chosen.product(), ("{\"idsupplier\":" + chosen.supplier() + "}").getBytes(UTF_8));
    }

    /** Picqer said yes to another supplier, and names the former one when it is asked. */
    static Failure notTaken(ChosenPair chosen, int status) {
        return Failure.unreadable(
                Account.PICQER, telling(chosen), status, "names another supplier than it was told when it is asked");
    }

    @Override
    public Answered part(Exchange one) {
        return new Answered(
                one.getProperty(CHOSEN, ChosenPair.class),
                one.getMessage().getBody() instanceof PicqerAnswer answer ? answer : null,
                Problem.cause(one));
    }

    /** One row with what came back. */
    record Answered(@Nullable ChosenPair chosen, @Nullable PicqerAnswer answer, @Nullable Throwable thrown) {

        /** What is neither an answer nor a failure of the door is a fault of ours: the run stops. */
        @Nullable
        Failure failure() {
            if (thrown instanceof Failure failure) {
                return failure;
            }
            if (chosen == null || answer == null) {
                throw new IllegalStateException("a row came back without an answer", thrown);
            }
            return null;
        }
    }
}
