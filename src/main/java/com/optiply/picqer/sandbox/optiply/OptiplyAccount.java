package com.optiply.picqer.sandbox.optiply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What one account holds, drafts included, and what a person does to it in Optiply's own screens. Thread-safe: it
 * locks the simulator it belongs to.
 */
public final class OptiplyAccount {
    private final Object lock;
    private final Account account;
    private final Writer writer;
    private final Documents documents;

    OptiplyAccount(Object lock, Account account, Writer writer, Documents documents) {
        this.lock = lock;
        this.account = account;
        this.writer = writer;
        this.documents = documents;
    }

    public long id() {
        return account.id();
    }

    public int count(String resource) {
        return locked(() -> account.table(resource).rows().size());
    }

    /** All records of a resource by id, as of now; for very many, {@link #forEach} needs less memory. */
    public List<OptiplyRecord> all(String resource) {
        List<OptiplyRecord> records = new ArrayList<>();
        forEach(resource, records::add);
        return List.copyOf(records);
    }

    /** Nothing is answered meanwhile. */
    public void forEach(String resource, Consumer<OptiplyRecord> consumer) {
        synchronized (lock) {
            Table table = account.table(resource);
            table.rows().forEach(row -> consumer.accept(record(table.type(), row)));
        }
    }

    public Optional<OptiplyRecord> byId(String resource, long id) {
        return locked(() -> {
            Table table = account.table(resource);
            return table.find(id).map(row -> record(table.type(), row));
        });
    }

    /**
     * The records that a coupling calls by this remote id; more than one is what a faulty integration leaves.
     *
     * @param couplingKey as in {@code remoteIdMap}
     */
    public List<OptiplyRecord> byRemoteId(String resource, String couplingKey, String remoteId) {
        return locked(() -> {
            Table table = account.table(resource);
            return table.whereRemoteId(couplingKey, remoteId).stream()
                    .map(row -> record(table.type(), row))
                    .toList();
        });
    }

    /**
     * Creates a record as a person does: {@code createdFromPublicApi} is false, and a buy order may still be a draft,
     * without {@code placed}.
     *
     * @throws IllegalArgumentException if the API would refuse it too
     */
    public OptiplyRecord createByUser(String resource, ObjectNode attributes) {
        return byUser(() -> {
            ResourceType type = writable(resource);
            return record(
                    type, writer.create(account, type, attributes, Author.USER).row());
        });
    }

    /**
     * Changes a record as a person does, who may also change what it refers to.
     *
     * @throws IllegalArgumentException if there is no such record, or the API would refuse it too
     */
    public OptiplyRecord editByUser(String resource, long id, ObjectNode attributes) {
        return byUser(() -> {
            ResourceType type = writable(resource);
            return record(type, writer.update(account, type, existing(type, id), attributes, Author.USER));
        });
    }

    /** @throws IllegalArgumentException if there is no such record */
    public void deleteByUser(String resource, long id) {
        byUser(() -> {
            ResourceType type = writable(resource);
            Row row = existing(type, id);
            writer.delete(account, type, row);
            return row;
        });
    }

    private Row existing(ResourceType type, long id) {
        return account.table(type).find(id).orElseThrow(() -> ApiException.notFound(id));
    }

    private static ResourceType writable(String resource) {
        ResourceType type = Schema.type(resource);
        if (!type.isWritable()) {
            throw new IllegalArgumentException("Nobody writes " + resource + ".");
        }
        return type;
    }

    private OptiplyRecord record(ResourceType type, Row row) {
        try {
            ObjectNode attributes = (ObjectNode) Json.read(documents.attributes(type, row));
            return new OptiplyRecord(row.id(), type.name(), attributes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("What was written here can be read.", impossible);
        }
    }

    private <T> T byUser(Supplier<T> action) {
        try {
            return locked(action);
        } catch (ApiException refused) {
            throw new IllegalArgumentException(refused.getMessage(), refused);
        }
    }

    private <T> T locked(Supplier<T> action) {
        synchronized (lock) {
            return action.get();
        }
    }
}
