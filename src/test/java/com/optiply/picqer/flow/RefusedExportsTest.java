package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.Purchases.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.Occurrences;
import com.optiply.picqer.sync.run.RunReport;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Picqer does not take: the other orders go on, and it is tried again, but not by every run. */
class RefusedExportsTest extends ExportsOfOneShop {
    @Test
    void oneOrdersRefusalIsNotTheOthersAffair() {
        long forbidden = placements.place(placements.line(0, 1, "2.00"), placements.line(1, 1, "2.00"));
        long missing = placements.place(placements.line(0, 1, "2.00"), placements.line(1, 1, "2.00"));
        long refused = placements.place(placements.line(0, 1, "2.00"), placements.line(1, 1, "2.00"));
        long unprocessable = placements.place(placements.line(0, 1, "2.00"), placements.line(1, 1, "2.00"));
        long fine = placements.place(placements.line(0, 1, "2.00"), placements.line(1, 1, "2.00"));
        int[] statuses = {403, 404, 400, 422};
        for (int number = 0; number < statuses.length; number++) {
            world.faults()
                    .add(Fault.status(statuses[number]).on("POST", CREATE).occurring(Occurrences.nth(number + 1)));
        }

        RunReport report = placements.export();

        placements.requireOrderedOnce(fine);
        assertThat(report.counts().parked())
                .containsEntry("no_right_in_picqer", 1L)
                .containsEntry("refused_by_picqer", 3L);
        assertThat(world.events().ordersWithoutRight()).isEqualTo(1);
        assertThat(placements.parked(refused)).hasValueSatisfying(parked -> {
            assertThat(parked.detail()).contains("400");
            assertThat(parked.advice()).isNotBlank();
        });
        world.faults().clear();
        world.goOn(LATER);
        placements.export();
        List.of(forbidden, missing, refused, unprocessable).forEach(placements::requireOrderedOnce);
    }

    /** A minute, ten minutes, and then every hour: not at each of the 144 runs of a day. */
    @Test
    void whatPicqerRefusedIsLeftAloneForAWhile() {
        long order = placements.place(placements.line(0, 1, "2.00"), placements.line(1, 1, "2.00"));
        world.faults().add(Fault.status(400).on("POST", CREATE));
        placements.export();
        world.sandbox().log().clear();

        RunReport next = placements.export();

        assertThat(placements.writesToPicqer()).isEmpty();
        assertThat(next.counts().parked()).containsEntry("refused_by_picqer", 1L);
        world.goOn(LATER);
        placements.export();
        world.goOn(Duration.ofMinutes(9));
        placements.export();
        assertThat(placements.writesToPicqer()).hasSize(1);
        world.goOn(Duration.ofHours(25));
        placements.export();
        world.goOn(Duration.ofMinutes(61));
        placements.export();
        assertThat(placements.writesToPicqer()).as("an hour is the longest").hasSize(3);
        world.faults().clear();
        world.engine().store().saveDurably(tx -> tx.quarantine().retry(SyncSetup.ACME));
        placements.export();
        placements.requireOrderedOnce(order);
    }

    @Test
    void whatPicqerRefusedIsTriedAtOnceWhenItWasChanged() {
        long order = placements.place(placements.line(0, 1, "2.00"), placements.line(1, 1, "2.00"));
        world.faults().add(Fault.status(400).on("POST", CREATE));
        placements.export();
        world.faults().clear();
        world.account()
                .editByUser("buyOrderLines", placements.lines(order).get(0).id(), fields().put("quantity", 7));

        placements.export();

        placements.requireOrderedOnce(order);
        assertThat(placements
                        .inPicqer(order)
                        .path("products")
                        .path(0)
                        .path("amount")
                        .asInt())
                .isEqualTo(7);
    }

    /** That it is there already, and refused only to be marked, makes no difference. */
    @Test
    void whatPicqerDoesNotMarkIsLeftAloneForAWhile() {
        long order = placements.place(placements.line(0, 1, "2.00"), placements.line(1, 1, "2.00"));
        world.faults().add(Fault.status(400).on("POST", MARK));
        placements.export();
        world.sandbox().log().clear();
        world.faults().clear();

        RunReport next = placements.export();

        assertThat(placements.writesToPicqer()).isEmpty();
        assertThat(next.counts().parked()).containsEntry("refused_by_picqer", 1L);
        world.goOn(LATER);
        placements.export();
        placements.requireOrderedOnce(order);
    }
}
