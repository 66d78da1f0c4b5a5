package com.optiply.picqer.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetriesTest {
    private static final PicqerRequest POST = PicqerRequest.post("/products", new byte[0]);
    private static final PicqerRequest PUT = PicqerRequest.put("/products/1", new byte[0]);

    private final Retries retries = new Retries(DoorSettings.of(new Properties()), () -> 1);

    @ParameterizedTest
    @CsvSource({
        "CONNECTION, true, true",
        "RATE_LIMITED, true, true",
        "SERVER, true, false",
        "AMBIGUOUS, true, false",
        "AUTH, false, false",
        "REJECTED, false, false",
        "MISSING, false, false",
        "CONFLICT, false, false"
    })
    void repeatsWhatIsSafe(FailureClass failureClass, boolean repeatable, boolean ofAPost) {
        assertThat(first(failure(failureClass, PUT, 503), true)).isEqualTo(repeatable);
        assertThat(first(failure(failureClass, POST, 503), false)).isEqualTo(ofAPost);
    }

    @Test
    void doublesItsWaitUpToHalfAMinute() {
        assertThat(waitsUntilGivenUp(failure(FailureClass.RATE_LIMITED, PUT, 429)))
                .startsWith(millis(500), millis(1000), millis(2000), millis(4000), millis(8000), millis(16_000))
                .contains(millis(30_000))
                .allMatch(wait -> wait.compareTo(millis(30_000)) <= 0);
    }

    @Test
    void leavesHalfOfTheWaitToChance() {
        Retries lucky = new Retries(DoorSettings.of(new Properties()), () -> 0);
        Failure failure = failure(FailureClass.CONNECTION, PUT, 0);

        assertThat(lucky.next(failure, true, Troubles.NONE.and(failure, 0), Optional.empty(), 0))
                .hasValue(millis(250));
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECTION", "SERVER", "AMBIGUOUS"})
    void losesPatienceWithAnOutageAfterTwoMinutes(FailureClass failureClass) {
        assertThat(sum(waitsUntilGivenUp(failure(failureClass, PUT, 503))))
                .isBetween(Duration.ofSeconds(90), Duration.ofMinutes(2));
    }

    @Test
    void losesPatienceWithALimitAfterAQuarterOfAnHour() {
        assertThat(sum(waitsUntilGivenUp(failure(FailureClass.RATE_LIMITED, POST, 429))))
                .isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
    }

    @Test
    void isNotKeptForEverByAnAccountThatIsLimitingAndDeadByTurns() {
        assertThat(sum(waitsUntilGivenUp(
                        failure(FailureClass.RATE_LIMITED, PUT, 429), failure(FailureClass.CONNECTION, PUT, 0))))
                .isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
    }

    @Test
    void givesAnOutageItsWholePatienceAfterALongLimit() {
        Failure limited = failure(FailureClass.RATE_LIMITED, PUT, 429);
        Failure dead = failure(FailureClass.CONNECTION, PUT, 0);
        long tenMinutes = Duration.ofMinutes(10).toNanos();
        Troubles troubles = Troubles.NONE.and(limited, 0).and(dead, tenMinutes);

        assertThat(retries.next(dead, true, troubles, Optional.empty(), tenMinutes))
                .isPresent();
    }

    @Test
    void repeatsAPlain500TwiceWhateverCameBetween() {
        Failure plain = failure(FailureClass.SERVER, PUT, 500);
        Failure gateway = failure(FailureClass.SERVER, PUT, 502);
        Troubles twice = Troubles.NONE.and(plain, 0).and(gateway, 0).and(plain, 0);

        assertThat(retries.next(plain, true, twice, Optional.empty(), 0)).isPresent();
        assertThat(retries.next(plain, true, twice.and(plain, 0), Optional.empty(), 0))
                .isEmpty();
    }

    @Test
    void waitsAsLongAsTheServerAsksButNotBeyondItsPatience() {
        Failure limited = failure(FailureClass.RATE_LIMITED, POST, 429);
        Troubles troubles = Troubles.NONE.and(limited, 0);

        assertThat(retries.next(limited, false, troubles, Optional.of(Duration.ofMinutes(15)), 0))
                .hasValue(Duration.ofMinutes(15));
        assertThat(retries.next(limited, false, troubles, Optional.of(Duration.ofMinutes(16)), 0))
                .isEmpty();
    }

    private boolean first(Failure failure, boolean repeatable) {
        return retries.next(failure, repeatable, Troubles.NONE.and(failure, 0), Optional.empty(), 0)
                .isPresent();
    }

    private List<Duration> waitsUntilGivenUp(Failure... turns) {
        List<Duration> waits = new ArrayList<>();
        Troubles troubles = Troubles.NONE;
        for (int attempt = 0; attempt < 10_000; attempt++) {
            Failure failure = turns[attempt % turns.length];
            long now = sum(waits).toNanos();
            troubles = troubles.and(failure, now);
            Optional<Duration> wait = retries.next(failure, true, troubles, Optional.empty(), now);
            if (wait.isEmpty()) {
                return waits;
            }
            waits.add(wait.get());
        }
        throw new AssertionError("never gives up");
    }

    private static Duration sum(List<Duration> waits) {
        return waits.stream().reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    private static Failure failure(FailureClass failureClass, PicqerRequest request, int status) {
        return Failure.answered(failureClass, Account.PICQER, request, status, null);
    }
}
