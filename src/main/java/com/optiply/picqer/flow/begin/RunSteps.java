package com.optiply.picqer.flow.begin;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.door.Traffic;
import com.optiply.picqer.flow.run.Problem;
import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.flow.run.RunState;
import com.optiply.picqer.flow.run.RunStoppedException;
import com.optiply.picqer.flow.run.Turns;
import com.optiply.picqer.flow.run.Turns.Turn;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.flow.walk.Walk;
import com.optiply.picqer.store.database.StoreException;
import com.optiply.picqer.sync.export.GoLive;
import com.optiply.picqer.sync.guard.Guards;
import com.optiply.picqer.sync.identity.OptiplyIdentity;
import com.optiply.picqer.sync.run.AccountLeases;
import com.optiply.picqer.sync.run.Blame;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RequestCounts;
import com.optiply.picqer.sync.run.Run;
import com.optiply.picqer.sync.run.RunBook;
import com.optiply.picqer.sync.run.RunReport;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;

/**
 * The first and the last step of every flow. A run that ends in any other way than by {@link #finish} has failed:
 * {@link #begin} sees to that, whatever the route in between looks like.
 */
public final class RunSteps {
    /** What a run that only looks is called; also where its route begins: {@code direct:compare}. */
    public static final String LOOK = "compare";

    private final Customers customers;
    private final RunBook book;
    private final OptiplyIdentity identity;
    private final Guards guards;
    private final GoLive goLive;
    private final AccountLeases leases;
    private final Turns turns;
    private final RunListener listener;

    public RunSteps(
            Customers customers,
            RunBook book,
            OptiplyIdentity identity,
            Guards guards,
            GoLive goLive,
            AccountLeases leases,
            Turns turns,
            RunListener listener) {
        this.customers = customers;
        this.book = book;
        this.identity = identity;
        this.guards = guards;
        this.goLive = goLive;
        this.leases = leases;
        this.turns = turns;
        this.listener = listener;
    }

    /**
     * Begins a run when no other writes the same kinds of record any more; stops the route here when this flow of this
     * customer is under way, waits for its turn, or is switched off, whatever the trigger is called.
     */
    public void begin(Exchange exchange) {
        Flow flow = Variables.flow(exchange);
        CustomerSettings customer = customers.named(Variables.customer(exchange));
        if (flow.isOnFor(customer)) {
            beginInTurn(exchange, flow, flow.code());
        } else {
            listener.switchedOff(customer.name(), flow);
            exchange.setRouteStop(true);
        }
    }

    /** Begins a run that only looks into Optiply. The comparison looks at the same: one of the two waits. */
    public void look(Exchange exchange) {
        beginInTurn(exchange, Flow.COMPARISON, LOOK);
    }

    private void beginInTurn(Exchange exchange, Flow flow, String name) {
        CustomerSettings customer = customers.named(Variables.customer(exchange));
        Optional<Turn> turn = Variables.takeTurn(exchange).or(() -> turns.claim(customer.name(), flow, name));
        if (turn.isEmpty()) {
            listener.skipped(customer.name(), flow);
            exchange.setRouteStop(true);
            return;
        }
        Ending ending = new Ending(turn.get(), customer.name(), flow);
        exchange.getExchangeExtension().addOnCompletion(ending);
        turn.get().await();
        if (exchange.getContext().isStopping()) {
            throw new RunStoppedException();
        }
        if (leases.holds(customer.name())) {
            beginAtOnce(exchange, customer, flow, name, ending);
        } else {
            listener.leftToOther(customer.name(), flow);
            exchange.setRouteStop(true);
        }
    }

    private void beginAtOnce(Exchange exchange, CustomerSettings customer, Flow flow, String name, Ending ending) {
        RunState.begin(exchange);
        Traffic.begin(exchange);
        Run run = book.begin(customer, name, flow.kinds());
        ending.run = run;
        Variables.run(exchange, run);
        goLive.withdrawWhereOff(run);
        identity.require(run);
        if (flow != Flow.COMPARISON) {
            run.ofEachKind().forEach(guards::begin);
        }
        listener.began(run);
    }

    /** The accounting; only what has come here counts as a complete run. */
    public void finish(Exchange exchange) {
        Walk.requireEnded(exchange);
        Run run = Variables.run(exchange);
        RunReport report = book.complete(run, requests(exchange));
        Variables.report(exchange, report);
        listener.ended(report);
    }

    private static RequestCounts requests(Exchange exchange) {
        Traffic traffic = Traffic.of(exchange);
        return new RequestCounts(traffic.picqer(), traffic.optiply());
    }

    /** Runs when the exchange is over, whether its route came to its end, failed or was stopped. */
    private final class Ending extends SynchronizationAdapter {
        private final Turn turn;
        private final CustomerName customer;
        private final Flow flow;
        private volatile @Nullable Run run;

        Ending(Turn turn, CustomerName customer, Flow flow) {
            this.turn = turn;
            this.customer = customer;
            this.flow = flow;
        }

        @Override
        public void onDone(Exchange exchange) {
            try {
                Run begun = run;
                if (begun != null && !isReported(begun, Variables.report(exchange))) {
                    tellUnexpected(begun, Problem.cause(exchange));
                    fail(begun, exchange);
                }
            } finally {
                turn.close();
                listener.released(customer, flow);
            }
        }

        /** What threw here would only be noted by Camel; the run stays open in the state, and its flow calls it so. */
        private void fail(Run begun, Exchange exchange) {
            try {
                Throwable why = Problem.cause(exchange);
                RunReport report = book.failed(
                        begun,
                        requests(exchange),
                        Problem.sentence(exchange),
                        why == null ? Blame.PROGRAM : Problem.blame(why));
                Variables.report(exchange, report);
                listener.ended(report);
            } catch (StoreException notNoted) {
                listener.notEnded(begun, notNoted);
            }
        }

        private void tellUnexpected(Run run, @Nullable Throwable why) {
            if (why != null && !Problem.isForeseen(why)) {
                listener.unexpected(run, why);
            }
        }

        private static boolean isReported(Run run, @Nullable RunReport report) {
            return report != null && report.run() == run.id().value();
        }
    }
}
