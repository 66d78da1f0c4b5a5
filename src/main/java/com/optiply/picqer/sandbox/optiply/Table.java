package com.optiply.picqer.sandbox.optiply;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The records of one resource of one account, in the order of their ids. */
final class Table {
    private final ResourceType type;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Index> indexes = new LinkedHashMap<>();
    private final Index byRemoteId = new Index();

    /** A remote id as one coupling knows it; the coupling is the key of {@code remoteIdMap}. */
    private record RemoteKey(String coupling, String remoteId) {}

    Table(ResourceType type) {
        this.type = type;
        for (Attribute attribute : type.attributes()) {
            if (attribute.is(Attribute.Trait.INDEXED)) {
                indexes.put(attribute.name(), new Index());
            }
        }
    }

    ResourceType type() {
        return type;
    }

    /** The rows themselves, not a copy. */
    List<Row> rows() {
        return Collections.unmodifiableList(rows);
    }

    Optional<Row> find(long id) {
        int position = position(id);
        return position < 0 ? Optional.empty() : Optional.of(rows.get(position));
    }

    boolean isIndexed(String attribute) {
        return indexes.containsKey(attribute);
    }

    List<Row> where(String attribute, Object value) {
        return Objects.requireNonNull(indexes.get(attribute), attribute).get(value);
    }

    List<Row> whereRemoteId(String coupling, String remoteId) {
        return byRemoteId.get(new RemoteKey(coupling, remoteId));
    }

    /** Ids only grow, so a new row is the last. */
    void insert(Row row) {
        rows.add(row);
        indexes.forEach((attribute, index) -> index.add(row.get(type.slot(attribute)), row));
        remoteKeys(row).forEach(key -> byRemoteId.add(key, row));
    }

    void update(Row row, @Nullable Object[] values) {
        remoteKeys(row).forEach(key -> byRemoteId.remove(key, row));
        indexes.forEach((attribute, index) -> {
            int slot = type.slot(attribute);
            if (!Objects.equals(row.get(slot), values[slot])) {
                index.remove(row.get(slot), row);
                index.add(values[slot], row);
            }
        });
        row.replaceValues(values);
        remoteKeys(row).forEach(key -> byRemoteId.add(key, row));
    }

    void delete(Row row) {
        rows.remove(position(row.id()));
        indexes.forEach((attribute, index) -> index.remove(row.get(type.slot(attribute)), row));
        remoteKeys(row).forEach(key -> byRemoteId.remove(key, row));
    }

    private int position(long id) {
        int low = 0;
        int high = rows.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = rows.get(middle).id();
            if (found == id) {
                return middle;
            }
            if (found < id) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private List<RemoteKey> remoteKeys(Row row) {
        if (!type.has("remoteIdMap")) {
            return List.of();
        }
        Map<?, ?> remoteIds = (Map<?, ?>) Objects.requireNonNull(row.get(type.slot("remoteIdMap")));
        return remoteIds.entrySet().stream()
                .map(entry -> new RemoteKey((String) entry.getKey(), (String) entry.getValue()))
                .toList();
    }
}
