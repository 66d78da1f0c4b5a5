package com.optiply.picqer.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.door.DoorSamples;
import com.optiply.picqer.door.FailureClass;
import com.optiply.picqer.optiply.NaturalKey;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.sync.link.Write;
import com.optiply.picqer.sync.send.WriteAnswer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Optiply's products, without HTTP: it does what it is sent, but for what a test wants lost or refused. */
public final class OptiplyInMemory {
    private final Map<Long, ObjectNode> records = new TreeMap<>();
    private final Map<RemoteId, Deque<Fate>> fates = new HashMap<>();
    private final List<String> sent = new ArrayList<>();
    private final boolean isCoupled;
    private long lastId = 1000;

    public OptiplyInMemory(boolean isCoupled) {
        this.isCoupled = isCoupled;
    }

    /** What becomes of one write: whether it is done, and the failure that takes the place of its answer. */
    private record Fate(boolean isDone, Optional<FailureClass> failure) {
        static final Fate GOOD = new Fate(true, Optional.empty());
    }

    /** The next write of that record is done, but nobody hears of it. */
    public void losesTheNextAnswer(long id) {
        fate(id, new Fate(true, Optional.of(FailureClass.AMBIGUOUS)));
    }

    /** The next write of that record does not arrive, and nobody hears of it. */
    public void losesTheNextRequest(long id) {
        fate(id, new Fate(false, Optional.of(FailureClass.AMBIGUOUS)));
    }

    /** The next write of that record is not done. */
    public void refusesTheNext(long id, FailureClass failure) {
        fate(id, new Fate(false, Optional.of(failure)));
    }

    public WriteAnswer answer(Write write) {
        sent.add(write.action() + " " + write.remoteId() + " " + write.changes());
        Deque<Fate> ahead = fates.getOrDefault(write.remoteId(), new ArrayDeque<>());
        Fate fate = ahead.isEmpty() ? Fate.GOOD : ahead.remove();
        WriteAnswer answer = fate.isDone() ? done(write) : refused(write, FailureClass.AMBIGUOUS);
        return fate.failure()
                .<WriteAnswer>map(failure -> refused(write, failure))
                .orElse(answer);
    }

    /** What was sent since this was last asked, in the order of sending. */
    public List<String> sent() {
        List<String> since = List.copyOf(sent);
        sent.clear();
        return since;
    }

    /** A record that is there without our doing. */
    public long has(RemoteId remoteId, String attributes) {
        return keep(remoteId, (ObjectNode) DoorSamples.read(attributes));
    }

    public void userDeletes(long optiplyId) {
        records.remove(optiplyId);
    }

    /** The one record with that sku. */
    public JsonNode bySku(long id) {
        List<JsonNode> found = records.values().stream()
                .<JsonNode>map(record -> record)
                .filter(record -> record.path("skuCode").asText().equals("S-" + id))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " records have the sku S-" + id);
        }
        return found.get(0);
    }

    public long idOf(long id) {
        JsonNode record = bySku(id);
        return records.entrySet().stream()
                .filter(entry -> entry.getValue() == record)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    public int size() {
        return records.size();
    }

    public List<OptiplyRecord> list() {
        return records.keySet().stream().map(this::record).toList();
    }

    public List<OptiplyRecord> lookup(NaturalKey key) {
        return list().stream()
                .filter(record -> key.parts().stream().allMatch(part -> record.attributes()
                        .path(part.attribute())
                        .asText()
                        .equals(part.value())))
                .toList();
    }

    private WriteAnswer done(Write write) {
        if (write.action() == Action.CREATE) {
            long id = keep(write.remoteId(), write.changes().toNode());
            return new WriteAnswer.Acknowledged(write, new OptiplyId(id), "uuid-" + id);
        }
        OptiplyId id = write.optiplyId().orElseThrow();
        ObjectNode record = records.get(id.value());
        if (record == null) {
            return refused(write, FailureClass.MISSING);
        }
        record.setAll(write.changes().toNode());
        return new WriteAnswer.Acknowledged(write, id, null);
    }

    private long keep(RemoteId remoteId, ObjectNode attributes) {
        lastId++;
        if (isCoupled) {
            attributes.putObject("remoteIdMap").put(Long.toString(Acme.COUPLING), remoteId.value());
        }
        records.put(lastId, attributes);
        return lastId;
    }

    /** As Optiply answers: money as text. */
    private OptiplyRecord record(long id) {
        ObjectNode attributes = records.get(id).deepCopy();
        if (attributes.hasNonNull("price")) {
            attributes.put("price", attributes.get("price").asText());
        }
        return new OptiplyRecord(new OptiplyId(id), "uuid-" + id, attributes);
    }

    private static WriteAnswer refused(Write write, FailureClass failure) {
        return new WriteAnswer.Refused(write, DoorSamples.failure(failure));
    }

    private void fate(long id, Fate fate) {
        fates.computeIfAbsent(new RemoteId(Long.toString(id)), one -> new ArrayDeque<>())
                .add(fate);
    }
}
