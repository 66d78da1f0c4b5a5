package com.optiply.picqer.sync.send;

import com.optiply.picqer.door.Failure;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.Intent;
import com.optiply.picqer.sync.link.Write;
import com.optiply.picqer.sync.run.Fence;
import com.optiply.picqer.sync.run.Run;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes ahead what is about to be sent, and stores what became of it. Thread-safe.
 *
 * <p>An intent is removed only together with what its answer means for the link, so that at every moment either the
 * answer is in the state or the intent says that it is not.
 */
public final class Acknowledgements {
    private final Store store;
    private final Clock clock;

    public Acknowledgements(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * On disk when it returns.
     *
     * @throws IllegalStateException where nothing may be written, whoever thought that it might
     */
    public void writeAhead(Run run, List<Write> writes) {
        if (run.withholdsWrites() && !writes.isEmpty()) {
            throw new IllegalStateException(
                    "run " + run.id() + " may write nothing, and was about to send " + writes.size() + " writes");
        }
        List<Intent> intents = writes.stream()
                .map(write -> intent(run, write, clock.instant()))
                .toList();
        store.saveDurably(Fence.within(run, tx -> tx.intents().write(intents)));
    }

    /**
     * Stores the answers to all writes of one page.
     *
     * @return what has to be sent again in another form: a create for a record that Optiply no longer had
     * @throws Failure the first that is no fault of its record: the run has to stop, after everything was stored
     */
    public List<Write> store(Run run, List<WriteAnswer> answers) {
        Map<Kind, AnswerOutcome> outcomes = new EnumMap<>(Kind.class);
        answers.forEach(answer -> answer.tell(outcomes.computeIfAbsent(
                answer.write().kind(), kind -> new AnswerOutcome(run.of(kind), clock.instant()))));
        store.saveRelaxed(Fence.within(run, tx -> outcomes.values().forEach(outcome -> outcome.save(tx))));
        stopping(answers).ifPresent(failure -> {
            throw failure;
        });
        return outcomes.values().stream()
                .flatMap(outcome -> outcome.again().stream())
                .toList();
    }

    private static Optional<Failure> stopping(List<WriteAnswer> answers) {
        return answers.stream()
                .filter(WriteAnswer.Refused.class::isInstance)
                .map(answer -> ((WriteAnswer.Refused) answer).failure())
                .filter(Acknowledgements::stopsTheRun)
                .findFirst();
    }

    /** Whether the failure is the account's and not the record's: every other write would come to the same. */
    public static boolean stopsTheRun(Failure failure) {
        return switch (failure.failureClass()) {
            case CONNECTION, MISADDRESSED, AUTH, RATE_LIMITED -> true;
            case REJECTED, MISSING, CONFLICT, SERVER, AMBIGUOUS -> false;
        };
    }

    /** @param sentAt from when on Optiply may be busy with it */
    static Intent intent(Run run, Write write, Instant sentAt) {
        return new Intent(
                run.customer().name(),
                write.kind(),
                write.remoteId(),
                write.before().parent(),
                write.before().label(),
                write.action(),
                write.changes().json(),
                run.id(),
                sentAt);
    }

    static Attributes attributes(Intent intent) {
        return Attributes.parse(intent.attributes());
    }
}
