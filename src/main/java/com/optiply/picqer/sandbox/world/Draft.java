package com.optiply.picqer.sandbox.world;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A record with lines, in the making. The ids of its lines follow from its own, so that a record can be written without
 * knowing the others.
 */
final class Draft {
    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final int LINES_MAX = 100;

    private final ObjectNode record;
    private final long id;
    private final String lineId;
    private final ArrayNode lines = NODES.arrayNode();

    /** @param lineId the name of the field that holds a line's id */
    Draft(String idField, long id, String lineId) {
        this.id = id;
        this.lineId = lineId;
        record = NODES.objectNode().put(idField, id);
    }

    Draft with(String field, @Nullable String text) {
        record.put(field, text);
        return this;
    }

    Draft with(String field, long number) {
        record.put(field, number);
        return this;
    }

    Draft with(String field, boolean flag) {
        record.put(field, flag);
        return this;
    }

    Draft with(String field, ObjectNode object) {
        record.set(field, object);
        return this;
    }

    Draft withNull(String field) {
        record.putNull(field);
        return this;
    }

    Draft withNumbers(String field, long... numbers) {
        ArrayNode array = record.putArray(field);
        for (long number : numbers) {
            array.add(number);
        }
        return this;
    }

    Draft withEmptyList(String field) {
        record.putArray(field);
        return this;
    }

    Draft without(String field) {
        record.remove(field);
        return this;
    }

    Draft line(ObjectNode fields) {
        ObjectNode line = NODES.objectNode().put(lineId, lineId(lines.size() + 1));
        lines.add(line.setAll(fields));
        return this;
    }

    /** The id of its n-th line, counted from 1. */
    long lineId(int number) {
        return lineId(id, number);
    }

    static long lineId(long id, int number) {
        return id * LINES_MAX + number;
    }

    /** The highest id that one of its lines may have. */
    static long lastLineId(long id) {
        return lineId(id, LINES_MAX - 1);
    }

    ObjectNode document() {
        record.set("products", lines);
        return record;
    }
}
