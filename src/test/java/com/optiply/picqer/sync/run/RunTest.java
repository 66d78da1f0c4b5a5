package com.optiply.picqer.sync.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.CustomerSettings.WriteScope;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.Acme;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunTest {
    private final Run run = run(Acme.settings());

    @Test
    void hasReadAsFarAsTheFurthestOfItsRowsWhateverTheirOrder() {
        run.read("orders", "2026-01-02");
        run.read("orders", "2026-01-03");
        run.read("orders", "2026-01-01");
        run.read("receipts", "2025-12-31");

        assertThat(run.watermarks()).isEqualTo(Map.of("orders", "2026-01-03", "receipts", "2025-12-31"));
    }

    @Test
    void isTheSameRunWhicheverKindItIsLookedAtFor() {
        Run ofLines = run.of(Kind.BUY_ORDER_LINES);
        ofLines.read("orders", "2026-01-02");
        ofLines.tally().read(3);
        run.tally().read(1);

        assertThat(run.watermarks()).isEqualTo(Map.of("orders", "2026-01-02"));
        assertThat(run.of(Kind.BUY_ORDER_LINES).tally().counts().read()).isEqualTo(3);
        assertThat(ofLines.of(Kind.BUY_ORDERS).tally().counts().read()).isEqualTo(1);
        assertThat(ofLines.ownKind()).isEqualTo(Kind.BUY_ORDERS);
        assertThat(ofLines.kind()).isEqualTo(Kind.BUY_ORDER_LINES);
    }

    @Test
    void whatIsOnlyComparedIsStillToBeReadByTheFirstRunThatMayWrite() {
        Run comparing = run(Acme.writing(WriteScope.OFF));
        Run writing = run(Acme.writing(WriteScope.OPTIPLY));
        comparing.read("orders", "2026-01-02");
        writing.read("orders", "2026-01-02");

        assertThat(comparing.watermarks()).doesNotContainKey("orders");
        assertThat(writing.watermarks()).containsKey("orders");
    }

    @Test
    void hasBeenUnderWayNoShorterWhereTheClockIsSetBackMeanwhile() {
        assertThat(run.underWay(Instant.EPOCH.plus(Duration.ofHours(4)))).isEqualTo(Duration.ofHours(4));
        assertThat(run.of(Kind.BUY_ORDER_LINES).underWay(Instant.EPOCH)).isGreaterThan(Duration.ofHours(4));
        assertThat(run.underWay(Instant.EPOCH.plus(Duration.ofHours(1)))).isGreaterThan(Duration.ofHours(5));
    }

    private static Run run(CustomerSettings customer) {
        List<Kind> kinds = List.of(Kind.BUY_ORDERS, Kind.BUY_ORDER_LINES);
        return new Run(new RunId(8), "buy-orders", kinds, customer, Instant.EPOCH);
    }
}
