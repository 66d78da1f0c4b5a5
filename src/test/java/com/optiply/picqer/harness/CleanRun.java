package com.optiply.picqer.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.oracle.History;
import com.optiply.picqer.sync.run.Flow;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One run of every flow after all trouble, which must put everything right: without the comparison's help, but for
 * orders that were changed in Optiply while they were written out, for pairs and parts that were deleted there, and for
 * products that were renamed there.
 */
final class CleanRun {
    private final SyncWorld world;
    private final Buyers buyers;
    private final OptiplyUsers users;
    private final SentSoFar sent;

    CleanRun(SyncWorld world, Buyers buyers, OptiplyUsers users, SentSoFar sent) {
        this.world = world;
        this.buyers = buyers;
        this.users = users;
        this.sent = sent;
    }

    /** Runs it, requires that nothing is missing, twice or wrong, and that another one has nothing to write. */
    void requireRight(String when) {
        world.goOn(Duration.ofHours(1));
        placeOrders();
        world.run(SmallShop.FLOWS);
        assertThat(buyers.wronglyCreated()).as(when).isEmpty();
        assertThat(buyers.differences()).as(when).isEmpty();
        putBackWhatOnlyTheComparisonSees(when);
        assertThat(differences()).as(when).isEmpty();
        requireNothingLeftToWrite(when);
    }

    /** What was sent and got no answer is looked for by one more run, and sent again by the next, some time later. */
    private void placeOrders() {
        if (world.run(Flow.PURCHASE_ORDERS).get(0).counts().parked().containsKey("unconfirmed")) {
            world.run(Flow.PURCHASE_ORDERS);
        }
    }

    /**
     * From the moment when an order is written out Picqer owns it: only the comparison sees an edit in Optiply. And
     * only it sees what was deleted or renamed there and has not changed since in Picqer.
     */
    private void putBackWhatOnlyTheComparisonSees(String when) {
        Set<String> changed = new HashSet<>(buyers.changedOnTheWay());
        changed.addAll(users.missed());
        if (!changed.isEmpty()) {
            assertThat(differences()).as(when).allMatch(difference -> Stream.of(difference.split("[^0-9_]+"))
                    .anyMatch(changed::contains));
            world.run(Flow.COMPARISON);
            world.run(SmallShop.FLOWS);
        }
    }

    private List<String> differences() {
        History history = users.in(buyers.history());
        return sent.differences(history);
    }

    private void requireNothingLeftToWrite(String when) {
        world.sandbox().log().clear();
        world.run(SmallShop.FLOWS);
        world.run(Flow.PURCHASE_ORDERS);
        assertThat(world.writes()).as("writes without a change, " + when).isEmpty();
        assertThat(buyers.wronglyCreated()).as(when).isEmpty();
    }
}
