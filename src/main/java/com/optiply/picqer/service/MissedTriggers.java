package com.optiply.picqer.service;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.flow.run.OwnRoutes;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.store.row.RunRow;
import com.optiply.picqer.sync.run.Flow;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.apache.camel.component.timer.TimerEndpoint;

/**
 * Which flows should have run while this program did not: Quartz forgets what a stopped machine missed. Timers fire
 * when they start; on a machine that stood by, that was long ago.
 */
final class MissedTriggers {
    private final CamelContext camel;
    private final Store store;
    private final Clock clock;

    MissedTriggers(CamelContext camel, Store store, Clock clock) {
        this.camel = camel;
        this.store = store;
        this.clock = clock;
    }

    /**
     * What belongs to a first load that never came to its end, whatever triggers it: in the order of the flows, so that
     * one that was broken off or failed goes on in that order too. To be asked before any trigger is on, or right
     * after a take-over. A list that people drop is nobody's to miss.
     */
    List<Flow> ofFirstLoad(CustomerSettings customer) {
        return Flow.of(customer).stream()
                .filter(flow -> flow != Flow.SUPPLIER_IMPORT)
                .filter(flow -> !store.<Boolean>read(tx -> tx.runs().hasCompleted(customer.name(), flow.code())))
                .toList();
    }

    /** In the order of the flows; all of them for a customer that never ran, which would wait for the night. */
    List<Flow> of(CustomerSettings customer) {
        List<Flow> flows = Flow.of(customer);
        boolean isNew = flows.stream().allMatch(flow -> last(customer, flow).isEmpty());
        return isNew
                ? flows
                : flows.stream().filter(flow -> isMissed(customer, flow)).toList();
    }

    /** What was missed by a machine that is taken over from: what runs by a timer runs at once, as when one starts. */
    List<Flow> ofTakenOver(CustomerSettings customer) {
        List<Flow> missed = of(customer);
        return Flow.of(customer).stream()
                .filter(flow -> missed.contains(flow) || isByTimer(customer, flow))
                .toList();
    }

    private boolean isByTimer(CustomerSettings customer, Flow flow) {
        Route trigger = camel.getRoute(DefaultTriggers.routeId(customer, flow));
        return trigger != null && trigger.getEndpoint() instanceof TimerEndpoint;
    }

    /**
     * Flows whose time did not come, because in one night of the year the clocks skip it: Quartz then waits for the
     * next day. In the order of the flows.
     *
     * @param since when this was begun to be asked, again and again; what was skipped before is {@link #of}'s affair
     */
    List<Flow> skippedByTheClocks(CustomerSettings customer, Instant since) {
        return Flow.of(customer).stream()
                .filter(flow -> last(customer, flow)
                        .map(run -> run.startedAt().isBefore(since) ? since : run.startedAt())
                        .filter(after -> schedules(customer, flow)
                                .anyMatch(schedule -> schedule.isSkippedBetween(after, clock.instant())))
                        .isPresent())
                .toList();
    }

    private boolean isMissed(CustomerSettings customer, Flow flow) {
        Optional<RunRow> whole = last(customer, flow).filter(run -> !isCutShort(run));
        return schedules(customer, flow)
                .anyMatch(schedule -> whole.map(run -> schedule.isDueBetween(run.startedAt(), clock.instant()))
                        .orElse(true));
    }

    /**
     * Of all its triggers; none where it runs by no cron. The group tells them from those of another customer whose
     * name begins likewise.
     */
    private Stream<Schedule> schedules(CustomerSettings customer, Flow flow) {
        return camel.getRoutes().stream()
                .filter(route -> OwnRoutes.triggeredBy(customer.name(), route.getRouteId())
                        .equals(Optional.of(flow)))
                .map(Route::getEndpoint)
                .filter(endpoint -> endpoint instanceof QuartzEndpoint quartz
                        && quartz.getCron() != null
                        && customer.name().value().equals(quartz.getGroupName()))
                .map(endpoint -> Schedule.of((QuartzEndpoint) endpoint));
    }

    /** Nothing of this customer runs before its triggers do: what is called running went with its process. */
    private static boolean isCutShort(RunRow run) {
        return run.outcome() == Outcome.RUNNING || run.outcome() == Outcome.INTERRUPTED;
    }

    private Optional<RunRow> last(CustomerSettings customer, Flow flow) {
        return store.read(tx -> tx.runs().last(customer.name(), flow.code()));
    }
}
