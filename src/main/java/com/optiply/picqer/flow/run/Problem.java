package com.optiply.picqer.flow.run;

import com.optiply.picqer.customer.SettingRefusedException;
import com.optiply.picqer.door.Failure;
import com.optiply.picqer.picqer.ListMovesException;
import com.optiply.picqer.store.database.StoreException;
import com.optiply.picqer.sync.run.Blame;
import com.optiply.picqer.sync.run.LeaseLostException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeCamelException;
import org.jspecify.annotations.Nullable;

/** Why an exchange came to nothing, in a sentence for a person. */
public final class Problem {
    private static final int CAUSES_MAX = 10;

    /**
     * Exceptions that say themselves, in their messages, what a person has to know, and who has to do something about
     * each. A {@link Failure} is one too; its class says who. All others are faults of the program.
     */
    private static final Map<Class<? extends RuntimeException>, Blame> FORESEEN = Map.of(
            SettingRefusedException.class, Blame.CONFIGURATION,
            StoreException.class, Blame.CONFIGURATION,
            OtherShopException.class, Blame.CONFIGURATION,
            ListMovesException.class, Blame.REMOTE,
            DoubtedAnswersException.class, Blame.REMOTE,
            LeaseLostException.class, Blame.PROGRAM,
            RunStoppedException.class, Blame.PROGRAM);

    private Problem() {}

    public static String sentence(Exchange exchange) {
        Throwable thrown = cause(exchange);
        return thrown == null
                ? "The run was stopped before its end: it does not count, and the next one begins anew."
                : sentence(thrown);
    }

    /** What the exception says, with the next thing to do where it knows one. */
    public static String sentence(Throwable thrown) {
        if (thrown instanceof Failure failure) {
            return failure.getMessage() + " " + failure.advice();
        }
        String message = thrown.getMessage();
        return message == null ? "An unexpected " + thrown.getClass().getSimpleName() + "." : message;
    }

    /**
     * The exception that the exchange failed with, without what Camel wrapped around it; null when it did not fail.
     * What a door caught and dealt with on the way ({@link Exchange#EXCEPTION_CAUGHT}) does not count: Camel hands it
     * on to every later step and record. That Camel takes no further step, because it is told to stop, is the run's end
     * and no fault; neither is that it closes a connection then, under a door that is not asked any more what to make
     * of it.
     */
    public static @Nullable Throwable cause(Exchange exchange) {
        Throwable thrown = exchange.getException();
        for (int depth = 0; depth < CAUSES_MAX && isWrapping(thrown); depth++) {
            thrown = thrown.getCause();
        }
        boolean isStop = thrown instanceof RejectedExecutionException
                || thrown instanceof IOException && !exchange.getContext().isRunAllowed();
        return isStop ? new RunStoppedException() : thrown;
    }

    /** Who has to do something about it. */
    public static Blame blame(Throwable thrown) {
        if (thrown instanceof Failure failure) {
            return switch (failure.failureClass()) {
                case MISADDRESSED, AUTH, MISSING, REJECTED -> Blame.CONFIGURATION;
                case CONNECTION, RATE_LIMITED, CONFLICT, SERVER, AMBIGUOUS -> Blame.REMOTE;
            };
        }
        return foreseen(thrown).orElse(Blame.PROGRAM);
    }

    /** Whether the exception says itself, in its message, what a person has to know. */
    public static boolean isForeseen(Throwable thrown) {
        return thrown instanceof Failure || foreseen(thrown).isPresent();
    }

    private static Optional<Blame> foreseen(Throwable thrown) {
        return FORESEEN.entrySet().stream()
                .filter(one -> one.getKey().isInstance(thrown))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Takes away every trace of a failure that has its outcome, so that it is not taken for one of the whole run. */
    public static void clear(Exchange exchange) {
        exchange.setException(null);
        exchange.removeProperty(Exchange.EXCEPTION_CAUGHT);
    }

    private static boolean isWrapping(@Nullable Throwable thrown) {
        return thrown instanceof RuntimeCamelException && thrown.getCause() != null;
    }
}
