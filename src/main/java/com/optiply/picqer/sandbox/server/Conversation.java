package com.optiply.picqer.sandbox.server;

import com.optiply.picqer.sandbox.server.Faults.Strike;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Takes one request through its fault to its answer, and tells the log. */
final class Conversation {
    private final Exchange exchange;
    private final Simulator simulator;
    private final RequestLog log;
    private final Exchange.Timer timer;
    private final LongConsumer refusal;
    private final long sequence;
    private final @Nullable Fault fault;

    /** @param refusal makes the machine refuse connections for so many milliseconds */
    Conversation(
            Exchange exchange,
            Simulator simulator,
            RequestLog log,
            Exchange.Timer timer,
            LongConsumer refusal,
            Strike strike) {
        this.exchange = exchange;
        this.simulator = simulator;
        this.log = log;
        this.timer = timer;
        this.refusal = refusal;
        fault = strike.fault();
        sequence = log.arrive(exchange.request().method(), exchange.fullPath());
    }

    void hold() {
        if (fault == null) {
            SimulatedResponse answer = apply();
            log(answer.status(), answer.status());
            exchange.answer(answer, Map.of());
            return;
        }
        if (fault.effect() == Effect.DELAY && !fault.applied()) {
            timer.after(fault.delayMs(), () -> SandboxServer.guarded(exchange, () -> suffer(fault, apply())));
            return;
        }
        boolean applied = fault.applied() || fault.effect() == Effect.TRUNCATE || fault.effect() == Effect.TRICKLE;
        suffer(fault, applied ? apply() : null);
    }

    private SimulatedResponse apply() {
        return simulator.answer(exchange.request());
    }

    private void suffer(Fault fault, @Nullable SimulatedResponse applied) {
        int appliedStatus = applied == null ? 0 : applied.status();
        switch (fault.effect()) {
            case DROP -> {
                log(appliedStatus, 0);
                exchange.drop();
            }
            case RESET -> {
                log(appliedStatus, 0);
                exchange.reset();
            }
            case REFUSE -> {
                log(appliedStatus, 0);
                refusal.accept(fault.delayMs());
            }
            case SILENCE -> log(appliedStatus, 0);
            case DELAY -> delay(fault, Objects.requireNonNull(applied));
            case TRICKLE -> {
                log(appliedStatus, appliedStatus);
                exchange.trickle(Objects.requireNonNull(applied), fault.delayMs(), timer);
            }
            case TRUNCATE -> {
                log(appliedStatus, appliedStatus);
                exchange.truncate(Objects.requireNonNull(applied));
            }
            case ANSWER -> {
                log(appliedStatus, fault.status());
                exchange.answer(FaultedAnswers.of(fault, simulator), fault.headers());
            }
            case USER_ACTION -> throw new IllegalStateException("A user action is no fault of a request.");
        }
    }

    private void delay(Fault fault, SimulatedResponse applied) {
        log(applied.status(), applied.status());
        if (fault.applied()) {
            timer.after(fault.delayMs(), () -> exchange.answer(applied, Map.of()));
            return;
        }
        exchange.answer(applied, Map.of());
    }

    private void log(int applied, int status) {
        if (!log.keepsRequests()) {
            return;
        }
        String query = exchange.http().query();
        log.keep(new LoggedRequest(
                sequence,
                exchange.request().method(),
                exchange.fullPath(),
                query == null ? "" : query,
                Credentials.fingerprint(exchange.request().headers()),
                Credentials.without(exchange.request().headers()),
                new String(exchange.request().body(), StandardCharsets.UTF_8),
                applied,
                status,
                fault == null ? null : fault.summary()));
    }
}
