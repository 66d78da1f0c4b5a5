package com.optiply.picqer.door;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.door.Protocol.Envelope;
import com.optiply.picqer.door.Signals.End;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.http.HttpMethods;

/**
 * The decisions of a door's route, in the order in which the route asks for them: {@link #open}, then for every attempt
 * {@link #await}, {@link #prepare}, the HTTP call itself, {@link #judge} or {@link #fail}, and at the end
 * {@link #close}. Thread-safe: what belongs to one request travels in its exchange.
 */
public final class Door {
    /** The exchange variable that names the customer. */
    static final String CUSTOMER = "customer";

    private static final String CALL = "picqer-optiply.call";
    private static final int UNAUTHORISED = 401;

    private final Protocol protocol;
    private final Function<String, CustomerSettings> customers;
    private final Permission permission;
    private final Retries retries;
    private final DoorTime time;
    private final WaitListener waits;

    Door(
            Protocol protocol,
            Function<String, CustomerSettings> customers,
            Permission permission,
            Retries retries,
            DoorTime time,
            WaitListener waits) {
        this.protocol = protocol;
        this.customers = customers;
        this.permission = permission;
        this.retries = retries;
        this.time = time;
        this.waits = waits;
    }

    /** Takes the request in. The caller's headers wait outside: none of them is for the account to see. */
    public void open(Exchange exchange) {
        Message message = exchange.getMessage();
        if (!(message.getBody() instanceof DoorRequest request)) {
            throw new IllegalArgumentException("a door takes a request, not " + message.getBody());
        }
        CustomerSettings customer = customers.apply(exchange.getVariable(CUSTOMER, String.class));
        Object loopIndex = exchange.getProperty(Exchange.LOOP_INDEX);
        Call call = new Call(customer, request, message.getHeaders(), loopIndex, protocol.budget(customer));
        exchange.setProperty(CALL, call);
    }

    /** Whether the request still waits for its answer. The loop asks once more after a failure has left it. */
    public boolean isOpen(Exchange exchange) {
        Call call = exchange.getProperty(CALL, Call.class);
        return call != null && call.answer == null;
    }

    /** What the failed attempt before asked for, then the budget. */
    public void await(Exchange exchange) {
        Call call = call(exchange);
        try {
            if (!call.wait.isZero()) {
                time.pause(call.wait);
            }
            call.enter();
        } catch (Budget.HeldException held) {
            giveUp(exchange, call, unsent(FailureClass.RATE_LIMITED, call, held.getMessage(), held));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            giveUp(exchange, call, unsent(FailureClass.CONNECTION, call, "this program is stopping", stopping));
        }
    }

    /**
     * Address, credentials and body, anew for every attempt: the token may be another by now. Last of all, whether this
     * process may still write: logging in and waiting both take their time.
     */
    public void prepare(Exchange exchange) {
        Call call = call(exchange);
        try {
            call.envelope = protocol.envelope(call.customer, call.request, exchange.getContext());
            if (call.request.isWrite()) {
                permission.require(call.customer.name());
            }
        } catch (RuntimeException refused) {
            giveUp(exchange, call, refused);
        }
        put(Objects.requireNonNull(call.envelope), call.request.method(), exchange.getMessage());
        Traffic.count(exchange, protocol.account());
        call.sentAt(time.nanos());
    }

    private static void put(Envelope envelope, Method method, Message message) {
        Map<String, Object> headers = new HashMap<>(envelope.headers());
        headers.put(Exchange.HTTP_METHOD, HttpMethods.valueOf(method.name()));
        headers.put(Exchange.HTTP_URI, envelope.url());
        message.setHeaders(headers);
        message.setBody(envelope.body());
    }

    /** Reads the answer; a {@link Failure} if it is not the one that was hoped for. */
    public void judge(Exchange exchange) {
        Call call = call(exchange);
        Message message = exchange.getMessage();
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        Signals signals = Signals.answered(status, message, time.now());
        call.leave(signals);
        call.retryAfter = signals.retryAfter();
        byte[] body = bytes(message.getBody());
        if (Statuses.isOfAnApi(signals, body)) {
            call.heard();
        }
        boolean isTheApis =
                !Statuses.isOfAnotherServer(signals, body) && !Statuses.isForbiddenBeforehand(signals, body);
        if (call.request.isAnsweredBy(status) && isTheApis) {
            call.answered(protocol.answer(status, null));
            return;
        }
        if (!Statuses.isGood(status) || isMisaddressed(call, signals, body)) {
            throw refused(call, signals, body);
        }
        call.answered(protocol.answer(status, AnswerBody.read(protocol.account(), call.request, status, body)));
    }

    /** A write is always in doubt instead: whoever answers may have handed it on before. */
    private static boolean isMisaddressed(Call call, Signals signals, byte[] body) {
        return !call.budget.isKnown() && !call.request.isWrite() && Statuses.isNoApi(signals, body);
    }

    private Failure refused(Call call, Signals signals, byte[] body) {
        int status = signals.status();
        String message = ServerMessage.in(
                body, AnswerBody.JSON, Objects.requireNonNull(call.envelope).secrets());
        return Failure.answered(classOf(call, signals, body), protocol.account(), call.request, status, message);
    }

    private FailureClass classOf(Call call, Signals signals, byte[] body) {
        if (isMisaddressed(call, signals, body)) {
            return FailureClass.MISADDRESSED;
        }
        return Statuses.isOfAnotherServer(signals, body)
                ? Statuses.trouble(call.request)
                : protocol.classOf(call.request, signals.status());
    }

    /** Leaves the loop with the failure, or lets it turn once more. */
    public void fail(Exchange exchange) {
        Call call = call(exchange);
        Object caught = exchange.removeProperty(Exchange.EXCEPTION_CAUGHT);
        if (caught instanceof Failure failure) {
            repeatOrGiveUp(exchange, call, failure);
        } else if (caught instanceof IOException broken) {
            call.retryAfter = Optional.empty();
            call.leave(Signals.unanswered(broken instanceof LostAnswerException ? End.LOST : End.UNSENT));
            repeatOrGiveUp(exchange, call, unanswered(call, broken));
        } else {
            giveUp(exchange, call, new IllegalStateException("the door is broken", (Throwable) caught));
        }
    }

    private Failure unanswered(Call call, IOException broken) {
        return unsent(classOf(call, broken), call, WholeAnswers.reason(broken), broken);
    }

    /** A name that was known once is not looked up in vain because a file has it wrong. */
    private static FailureClass classOf(Call call, IOException broken) {
        if (broken instanceof LostAnswerException) {
            return call.request.isWrite() ? FailureClass.AMBIGUOUS : FailureClass.CONNECTION;
        }
        boolean isNowhere = broken instanceof UnknownHostException && !call.budget.isKnown();
        return isNowhere ? FailureClass.MISADDRESSED : FailureClass.CONNECTION;
    }

    private Failure unsent(FailureClass failureClass, Call call, String why, Exception cause) {
        return Failure.unanswered(failureClass, protocol.account(), call.request, why, cause);
    }

    private void repeatOrGiveUp(Exchange exchange, Call call, Failure failure) {
        if (isWorthAnotherLogin(call, failure)) {
            call.credentialsRenewed = true;
            call.wait = Duration.ZERO;
            return;
        }
        long now = time.nanos();
        call.troubles = call.troubles.and(failure, now);
        Optional<Duration> wait =
                retries.next(failure, call.request.isRepeatable(), call.troubles, call.retryAfter, now);
        if (wait.isEmpty()) {
            giveUp(exchange, call, failure);
        }
        call.wait = wait.orElseThrow();
        waits.waits(
                call.customer.name().value(),
                failure.account(),
                failure.getMessage(),
                call.troubles.lastedFor(now),
                call.wait);
    }

    /** A token can die before its time: one new login, and one more attempt with it. */
    private boolean isWorthAnotherLogin(Call call, Failure failure) {
        return failure.status().orElse(0) == UNAUTHORISED
                && !call.credentialsRenewed
                && protocol.renewCredentials(call.customer, Objects.requireNonNull(call.envelope));
    }

    /** Hands the answer over, with everything else as the caller left it. */
    public void close(Exchange exchange) {
        Call call = call(exchange);
        if (call.answer == null) {
            throw new IllegalStateException("the door's loop was left without an answer to " + call.request.path());
        }
        leaveAsFound(exchange, call, call.answer);
    }

    private static void giveUp(Exchange exchange, Call call, RuntimeException failure) {
        call.leave(Signals.unanswered(End.UNSENT));
        leaveAsFound(exchange, call, call.request);
        throw failure;
    }

    private static void leaveAsFound(Exchange exchange, Call call, Object body) {
        exchange.getMessage().setHeaders(call.callersHeaders);
        exchange.getMessage().setBody(body);
        exchange.setProperty(Exchange.LOOP_INDEX, call.callersLoopIndex);
        exchange.removeProperty(Exchange.CHARSET_NAME);
        exchange.removeProperty(CALL);
    }

    private static Call call(Exchange exchange) {
        return Objects.requireNonNull(exchange.getProperty(CALL, Call.class), "the route has not opened the door");
    }

    private static byte[] bytes(Object body) {
        if (body == null) {
            return new byte[0];
        }
        try (InputStream whole = (InputStream) body) {
            return whole.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
