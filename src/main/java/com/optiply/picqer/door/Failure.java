package com.optiply.picqer.door;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Why a request came to nothing. But for what a {@link Permission} throws, the only exception that leaves a door once a
 * request was accepted; its message is one sentence for a person, without secrets.
 */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int NO_STATUS = 0;

    private final FailureClass failureClass;
    private final Account account;
    private final int status;

    private Failure(
            FailureClass failureClass, Account account, int status, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.failureClass = failureClass;
        this.account = account;
        this.status = status;
    }

    /** The account answered, and the answer was no. */
    static Failure answered(
            FailureClass failureClass,
            Account account,
            DoorRequest request,
            int status,
            @Nullable String serverMessage) {
        String sentence = "%s answered %s %s with %d%s"
                .formatted(account, request.method(), request.path(), status, quoted(serverMessage));
        return new Failure(failureClass, account, status, sentence, null);
    }

    /** The account answered yes, in a way that cannot be read or believed. */
    public static Failure unreadable(Account account, DoorRequest request, int status, String why) {
        String sentence =
                "%s answered %s %s with %d, but %s.".formatted(account, request.method(), request.path(), status, why);
        FailureClass failureClass = request.isWrite() ? FailureClass.AMBIGUOUS : FailureClass.SERVER;
        return new Failure(failureClass, account, status, sentence, null);
    }

    /** The account answered yes, and not with the list that was asked for: so do other services than its API. */
    public static Failure noList(Account account, DoorRequest request, int status) {
        String settings = account == Account.PICQER
                ? "is `picqer.subdomain`, or `picqer.base-url`, right?"
                : "is `optiply.base-url` right?";
        return unreadable(account, request, status, "not with a list (" + settings + ")");
    }

    /** No answer came: the request was never sent, or its answer was lost. */
    static Failure unanswered(
            FailureClass failureClass, Account account, DoorRequest request, String why, @Nullable Throwable cause) {
        String sentence = "%s gave no answer to %s %s: %s.".formatted(account, request.method(), request.path(), why);
        return new Failure(failureClass, account, NO_STATUS, sentence, cause);
    }

    /** This failure where nothing was heard of the account before: no record is missing, and no list. */
    public Failure ofTheAddress() {
        return new Failure(FailureClass.MISADDRESSED, account, status, getMessage(), this);
    }

    private static String quoted(@Nullable String serverMessage) {
        return serverMessage == null ? "." : ": `" + serverMessage + "`.";
    }

    public FailureClass failureClass() {
        return failureClass;
    }

    public Account account() {
        return account;
    }

    public OptionalInt status() {
        return status == NO_STATUS ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** The next thing that a person can do. */
    public String advice() {
        return failureClass.advice(account);
    }
}
