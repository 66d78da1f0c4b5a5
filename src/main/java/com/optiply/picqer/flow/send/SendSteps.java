package com.optiply.picqer.flow.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.door.Failure;
import com.optiply.picqer.door.OptiplyAnswer;
import com.optiply.picqer.door.OptiplyRequest;
import com.optiply.picqer.flow.page.Gathering;
import com.optiply.picqer.flow.run.Problem;
import com.optiply.picqer.flow.run.RunState;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.Payload;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.sync.identity.ShownIds;
import com.optiply.picqer.sync.link.Write;
import com.optiply.picqer.sync.run.AccountLeases;
import com.optiply.picqer.sync.run.LeaseLostException;
import com.optiply.picqer.sync.run.Run;
import com.optiply.picqer.sync.send.Acknowledgements;
import com.optiply.picqer.sync.send.WriteAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;

/** Sends writes to Optiply: the steps of {@code direct:send}, and the strategy that gathers their answers. */
public final class SendSteps extends Gathering<SendSteps.Answered> {
    private static final String WRITE = "write";
    private static final String WRITES = "writes";
    private static final String OUTAGE = "outage";

    private final Acknowledgements acknowledgements;
    private final ShownIds shownIds;
    private final AccountLeases leases;

    public SendSteps(Acknowledgements acknowledgements, ShownIds shownIds, AccountLeases leases) {
        this.shownIds = shownIds;
        this.acknowledgements = acknowledgements;
        this.leases = leases;
    }

    /** Whether the body holds writes to send. */
    public boolean hasNext(Exchange exchange) {
        return exchange.getMessage().getBody() instanceof List<?> writes && !writes.isEmpty();
    }

    /** On disk when it returns, and only while no other process may speak to the account. */
    public void writeAhead(Exchange exchange) {
        Run run = Variables.run(exchange);
        leases.require(run.customer().name());
        List<Write> writes = body(exchange);
        RunState.put(exchange, WRITES, writes);
        RunState.put(exchange, OUTAGE, new AtomicReference<Failure>());
        acknowledgements.writeAhead(run, writes);
    }

    /** What the split takes apart. */
    public List<Write> each(Exchange exchange) {
        return body(exchange);
    }

    /**
     * The request of one write, which is kept for its answer.
     *
     * @throws Failure what another write of this page came to, when the account itself is out of reach: a hundred
     *     writes must not wait for it one after the other
     */
    public OptiplyRequest request(Exchange exchange) {
        Write write = exchange.getMessage().getBody(Write.class);
        exchange.setProperty(WRITE, write);
        exchange.getExchangeExtension().addOnCompletion(new OutageNote());
        Failure outage = outage(exchange).get();
        if (outage != null) {
            throw outage;
        }
        Run run = Variables.run(exchange);
        leases.require(run.customer().name());
        String path = "/" + write.kind().resource();
        return switch (write.action()) {
            case CREATE -> OptiplyRequest.post(path, payload(run, write));
            case PATCH -> OptiplyRequest.patch(path + "/" + write.optiplyId().orElseThrow(), payload(run, write));
            case DELETE -> OptiplyRequest.delete(path + "/" + write.optiplyId().orElseThrow());
        };
    }

    /**
     * Every record that is created bears its remote id where there is a coupling that it can belong to. A change tells
     * what has changed and nothing else, so a record that was not created by itself keeps what it bears: none for a
     * line that went with its order (contract: Optiply 6.4).
     */
    private static byte[] payload(Run run, Write write) {
        CustomerSettings customer = run.customer();
        boolean isNamed =
                write.action() == Action.CREATE && customer.optiply().coupling().isPresent();
        RemoteId remoteId = isNamed ? write.remoteId() : null;
        Instant syncedTo = customer.sendSyncedDate() ? run.startedAt() : null;
        return Payload.of(write.kind(), write.changes(), remoteId, syncedTo);
    }

    /** The answer to one write, or the failure that took its place. */
    @Override
    public Answered part(Exchange one) {
        return new Answered(one.getProperty(WRITE, Write.class), answer(one), Problem.cause(one));
    }

    @SuppressWarnings("unchecked")
    private static AtomicReference<Failure> outage(Exchange exchange) {
        return RunState.required(exchange, OUTAGE, AtomicReference.class);
    }

    /** Stores the answers; the body is then what has to be sent again in another form. */
    public List<Write> store(Exchange exchange) {
        Run run = Variables.run(exchange);
        List<Answered> answered = parts(exchange);
        List<WriteAnswer> answers = new ArrayList<>(answered.size());
        for (Answered one : answered) {
            answers.add(one.toWriteAnswer());
        }
        requireAll("writes", RunState.required(exchange, WRITES, List.class).size(), answers.size());
        List<Write> again = acknowledgements.store(run, answers);
        shownIds.learn(
                run, answered.stream().flatMap(one -> one.created().stream()).toList());
        return again;
    }

    private static @Nullable OptiplyAnswer answer(Exchange one) {
        return one.getMessage().getBody() instanceof OptiplyAnswer answer ? answer : null;
    }

    @SuppressWarnings("unchecked")
    private static List<Write> body(Exchange exchange) {
        return exchange.getMessage().getBody(List.class);
    }

    /** Notes an outage on the writer's own thread, before that takes up another write: gathering comes later. */
    private static final class OutageNote extends SynchronizationAdapter {
        @Override
        public void onFailure(Exchange one) {
            if (Problem.cause(one) instanceof Failure failure && Acknowledgements.stopsTheRun(failure)) {
                outage(one).set(failure);
            }
        }
    }

    /** One write with what came back. */
    record Answered(@Nullable Write write, @Nullable OptiplyAnswer answer, @Nullable Throwable thrown) {
        /** Says yes without a body. Where a body is missing from any other answer, also to a DELETE, nobody knows. */
        private static final int NO_CONTENT = 204;

        /**
         * What is neither an answer nor a failure of the door is a fault of ours: the intents stay, the run stops. So
         * they do where another process may be speaking to the account by now.
         */
        WriteAnswer toWriteAnswer() {
            if (thrown instanceof LeaseLostException lost) {
                throw lost;
            }
            if (write == null || answer == null && !(thrown instanceof Failure)) {
                throw new IllegalStateException("a write came back without an answer", thrown);
            }
            return thrown instanceof Failure failure
                    ? new WriteAnswer.Refused(write, failure)
                    : acknowledged(write, answer);
        }

        /** Where it was a create, the record as it is in Optiply now. */
        Optional<ShownIds.Created> created() {
            JsonNode body = answer == null ? null : answer.body();
            return write == null || write.action() != Action.CREATE || body == null
                    ? Optional.empty()
                    : OptiplyRecord.read(body.path("data"))
                            .map(record -> new ShownIds.Created(write.kind(), write.remoteId(), record));
        }

        private static WriteAnswer acknowledged(Write write, OptiplyAnswer answer) {
            JsonNode body = answer.body();
            Optional<OptiplyRecord> record = body == null ? Optional.empty() : OptiplyRecord.read(body.path("data"));
            Optional<OptiplyId> id = record.map(OptiplyRecord::id)
                    .or(() -> answer.status() == NO_CONTENT ? write.optiplyId() : Optional.empty());
            return id.<WriteAnswer>map(known -> new WriteAnswer.Acknowledged(
                            write, known, record.map(OptiplyRecord::uuid).orElse(null)))
                    .orElseGet(() -> new WriteAnswer.Unclear(write, "Optiply's answer names no id."));
        }
    }
}
