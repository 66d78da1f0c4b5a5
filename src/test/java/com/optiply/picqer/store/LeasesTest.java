package com.optiply.picqer.store;

import static com.optiply.picqer.store.Samples.ACME;
import static com.optiply.picqer.store.Samples.ZEBRA;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A lease of no length has run out when it is taken: so no test waits. */
@OnEveryDatabase
class LeasesTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Store store;

    LeasesTest(Store store) {
        this.store = store;
    }

    @Test
    void oneHolderKeepsTheOthersOut() {
        assertThat(acquire("host-1", HOUR)).isTrue();

        assertThat(acquire("host-2", HOUR)).isFalse();
        assertThat(holder()).contains("host-1");
    }

    @Test
    void accountsAreLeasedApart() {
        acquire("host-1", HOUR);

        assertThat(store.<Boolean>durably(tx -> tx.leases().acquire(ZEBRA, "host-2", HOUR)))
                .isTrue();
    }

    @Test
    void theHolderMayTakeItAgain() {
        acquire("host-1", HOUR);

        assertThat(acquire("host-1", HOUR)).isTrue();
    }

    @Test
    void aLeaseThatRanOutIsAnybodys() {
        acquire("host-1", Duration.ZERO);
        assertThat(holder()).isEmpty();

        assertThat(acquire("host-2", HOUR)).isTrue();
        assertThat(holder()).contains("host-2");
    }

    @Test
    void aLeaseLastsAsLongAsItSaysByTheClockOfTheDatabase(TestDatabase database) throws SQLException {
        Duration length = Duration.ofMillis(90_500);

        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        acquire("host-1", length);
        Instant after = Instant.now();

        assertThat(Instant.parse(database.text("select expires_at from lease")))
                .isBetween(before.plus(length), after.plus(length));
    }

    @Test
    void aProlongedLeaseEndsLater(TestDatabase database) throws SQLException {
        acquire("host-1", HOUR);
        String before = database.text("select expires_at from lease");

        assertThat(renew("host-1", HOUR.multipliedBy(2))).isTrue();

        assertThat(database.text("select expires_at from lease")).isGreaterThan(before);
    }

    @Test
    void aLeaseThatRanOutCannotBeProlonged() {
        acquire("host-1", Duration.ZERO);

        assertThat(renew("host-1", HOUR)).isFalse();
    }

    @Test
    void onlyTheHolderProlongsIt() {
        acquire("host-1", HOUR);

        assertThat(renew("host-2", HOUR)).isFalse();
        assertThat(renew("host-1", HOUR)).isTrue();
    }

    @Test
    void onlyTheHolderGivesItBack() {
        acquire("host-1", HOUR);

        release("host-2");
        assertThat(holder()).contains("host-1");

        release("host-1");
        assertThat(holder()).isEmpty();
        assertThat(acquire("host-2", HOUR)).isTrue();
    }

    private boolean acquire(String holder, Duration ttl) {
        return store.durably(tx -> tx.leases().acquire(ACME, holder, ttl));
    }

    private boolean renew(String holder, Duration ttl) {
        return store.durably(tx -> tx.leases().renew(ACME, holder, ttl));
    }

    private void release(String holder) {
        store.saveDurably(tx -> tx.leases().release(ACME, holder));
    }

    private Optional<String> holder() {
        return store.read(tx -> tx.leases().holder(ACME));
    }
}
