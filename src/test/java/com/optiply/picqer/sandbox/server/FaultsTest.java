package com.optiply.picqer.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final long SEED = 42;

    private final Faults faults = new Faults(SEED);

    /** The numbers of the requests, of twelve, that were struck. */
    private static List<Long> struck(Faults faults) {
        return LongStream.rangeClosed(1, 12)
                .filter(number -> faults.strike("GET", "/api/products").fault() != null)
                .boxed()
                .toList();
    }

    private List<Long> struck(Occurrences occurrences) {
        faults.add(Fault.drop().occurring(occurrences));
        return struck(faults);
    }

    @Test
    void strikesEveryRequestUnlessTold() {
        assertThat(struck(Occurrences.ALL)).hasSize(12);
    }

    @Test
    void strikesTheNthOnly() {
        assertThat(struck(Occurrences.nth(3))).containsExactly(3L);
    }

    @Test
    void strikesFromTheNthForSomeTimes() {
        assertThat(struck(Occurrences.from(4, 3))).containsExactly(4L, 5L, 6L);
    }

    @Test
    void strikesEveryNth() {
        assertThat(struck(Occurrences.everyNth(5))).containsExactly(5L, 10L);
    }

    @Test
    void drawsFromTheSeedSoThatTheSameRequestsAreStruckAgain() {
        Faults again = new Faults(SEED);
        again.add(Fault.drop().occurring(Occurrences.withProbability(0.5)));

        List<Long> first = struck(Occurrences.withProbability(0.5));

        assertThat(first).as("seed %d", SEED).isNotEmpty().hasSizeLessThan(12).isEqualTo(struck(again));
    }

    @Test
    void drawsFromTheSeedAnewWhenReset() {
        List<Long> first = struck(Occurrences.withProbability(0.5));

        faults.reset();

        assertThat(faults.inForce()).isEmpty();
        assertThat(struck(Occurrences.withProbability(0.5))).isEqualTo(first);
        assertThat(faults.inForce()).containsOnlyKeys(1L);
    }

    @Test
    void countsOnlyWhatMatchesMethodAndWholePath() {
        faults.add(Fault.drop().on("POST", ".*/products").occurring(Occurrences.nth(2)));

        assertThat(faults.strike("POST", "/api/products").fault()).isNull();
        assertThat(faults.strike("GET", "/api/products").fault()).isNull();
        assertThat(faults.strike("POST", "/api/products/7").fault()).isNull();
        assertThat(faults.strike("POST", "/api/products").fault()).isNotNull();
    }

    @Test
    void letsTheEldestWinAndActionsHappenBesides() {
        UserAction action = new UserAction("acme", "remove-product", JsonNodeFactory.instance.objectNode());
        faults.add(Fault.userAction(action));
        faults.add(Fault.status(500));
        faults.add(Fault.status(503));

        Faults.Strike strike = faults.strike("GET", "/api");

        assertThat(strike.actions()).containsExactly(action);
        assertThat(strike.fault()).isEqualTo(Fault.status(500));
    }

    @Test
    void forgetsWhatIsRemoved() {
        long first = faults.add(Fault.drop());
        faults.add(Fault.resetAfter());

        assertThat(faults.remove(first)).isTrue();
        assertThat(faults.remove(first)).isFalse();
        assertThat(faults.inForce().values()).containsExactly(Fault.resetAfter());
        faults.clear();
        assertThat(faults.strike("GET", "/api").fault()).isNull();
    }

    @Test
    void refusesFaultsThatMakeNoSense() {
        assertThatThrownBy(() -> Fault.status(429).afterApplying()).hasMessageContaining("429");
        assertThatThrownBy(() -> Fault.status(99)).hasMessageContaining("200 to 599");
        assertThatThrownBy(() -> Fault.slowAfter(Duration.ZERO)).hasMessageContaining("delay_ms");
        assertThatThrownBy(() -> Occurrences.nth(0)).hasMessageContaining("from 1");
        assertThatThrownBy(() -> Occurrences.withProbability(0)).hasMessageContaining("probability");
        assertThatThrownBy(() -> Occurrences.withProbability(1.1)).hasMessageContaining("1.1");
    }
}
