package com.optiply.picqer.sandbox.optiply;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.sandbox.optiply.OptiplySwitches.PatchedOrderLines;
import com.optiply.picqer.sandbox.optiply.Relationship.ToMany;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates, changes and deletes records. Everything is checked before the first thing is stored. */
final class Writer {
    private static final String LINES = "orderLines";

    private final World world;
    private final ChangeReader reader;
    private final References references;
    private final RemoteIds remoteIds;
    private final Consequences consequences;

    /** @param lines the records that the order's {@code orderLines} became */
    record Created(Row row, List<Row> lines) {}

    Writer(World world) {
        this.world = world;
        this.reader = new ChangeReader(world);
        this.references = new References(world);
        this.remoteIds = new RemoteIds(world);
        this.consequences = new Consequences(world);
    }

    Created create(Account account, ResourceType type, JsonNode attributes, Author author) {
        Change change = reader.forCreate(type, attributes, author);
        List<Change> lines = lines(change);
        references.requireTargets(account, change);
        lines.forEach(line -> references.requireTargets(account, line));
        references.requireParts(account, change, 0);
        remoteIds.check(account, change, author, true);
        Row row = insert(account, change, author);
        return new Created(row, insertLines(account, row, type, lines, author));
    }

    Row update(Account account, ResourceType type, Row row, JsonNode attributes, Author author) {
        Change change = reader.forUpdate(type, attributes);
        if (change.gives(LINES) && world.switches().patchedOrderLines() == PatchedOrderLines.REFUSE) {
            throw ApiException.badRequest("attribute orderLines cannot be patched");
        }
        references.requireTargets(account, change);
        if (!author.isUser()) {
            references.requireUnchanged(row, change);
        }
        references.requireParts(account, change, row.id());
        remoteIds.check(account, change, author, false);
        @Nullable Object[] values = row.copyOfValues();
        change.applyTo(values);
        references.requireUnique(account, type, values, row);
        remoteIds.apply(change, author, values);
        values[type.slot("updatedAt")] = world.now();
        account.table(type).update(row, values);
        consequences.afterWrite(account, type, row, change);
        return row;
    }

    void delete(Account account, ResourceType type, Row row) {
        references.requireUnreferenced(account, type, row.id());
        deleteWithOwned(account, type, row);
    }

    private void deleteWithOwned(Account account, ResourceType type, Row row) {
        for (ToMany owned : type.owned()) {
            Table table = account.table(owned.target());
            List.copyOf(table.where(owned.attribute(), row.id()))
                    .forEach(child -> deleteWithOwned(account, table.type(), child));
        }
        account.table(type).delete(row);
        consequences.afterDelete(account, type, row);
    }

    private List<Change> lines(Change order) {
        List<Change> lines = new ArrayList<>();
        if (order.get(LINES) instanceof JsonNode given) {
            ResourceType type = Schema.type(lineReference(order.type()).target());
            given.forEach(line -> lines.add(reader.forLine(type, line)));
        }
        return lines;
    }

    private List<Row> insertLines(Account account, Row order, ResourceType type, List<Change> lines, Author author) {
        List<Row> rows = new ArrayList<>();
        for (Change line : lines) {
            line.put(lineReference(type).attribute(), order.id());
            rows.add(insert(account, line, author));
        }
        return rows;
    }

    private static ToMany lineReference(ResourceType order) {
        return order.owned().get(0);
    }

    private Row insert(Account account, Change change, Author author) {
        ResourceType type = change.type();
        @Nullable Object[] values = type.initialValues();
        change.applyTo(values);
        references.requireUnique(account, type, values, null);
        remoteIds.apply(change, author, values);
        values[type.slot("accountId")] = account.id();
        values[type.slot("uuid")] = world.nextUuid();
        values[type.slot("createdFromPublicApi")] = !author.isUser();
        values[type.slot("createdAt")] = world.now();
        values[type.slot("updatedAt")] = values[type.slot("createdAt")];
        consequences.complete(account, type, values);
        Row row = new Row(world.nextId(type), values);
        account.table(type).insert(row);
        consequences.afterWrite(account, type, row, change);
        return row;
    }
}
