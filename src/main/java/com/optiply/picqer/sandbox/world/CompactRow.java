package com.optiply.picqer.sandbox.world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.picqer.Row;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row kept as the bytes of its text, and beside them the few fields that lists are filtered by: tens of thousands of
 * rows then cost little more than their text, and a filter parses none of them.
 */
final class CompactRow implements Row {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final long position;
    private final byte[] json;
    private final List<String> fields;
    private final @Nullable Object[] values;

    private CompactRow(long position, byte[] json, List<String> fields, @Nullable Object[] values) {
        this.position = position;
        this.json = json;
        this.fields = fields;
        this.values = values;
    }

    /** @param fields those that lists are filtered by, plain or arrays; one list, shared by all rows of a kind */
    static CompactRow of(long position, ObjectNode document, List<String> fields) {
        @Nullable Object[] values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(document, fields.get(i));
        }
        try {
            return new CompactRow(position, JSON.writeValueAsBytes(document), fields, values);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("A tree can be written.", impossible);
        }
    }

    /** The text of a plain field, the texts of an array. */
    private static @Nullable Object value(ObjectNode document, String field) {
        JsonNode array = document.path(field);
        if (!array.isArray()) {
            return Row.text(document, field);
        }
        Set<String> texts = new HashSet<>();
        array.forEach(each -> texts.add(each.asText()));
        return Set.copyOf(texts);
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public byte[] json() {
        return json;
    }

    @Override
    public @Nullable String text(String field) {
        int index = fields.indexOf(field);
        if (index < 0) {
            return Row.super.text(field);
        }
        return values[index] instanceof String text ? text : null;
    }

    @Override
    public boolean lists(String field, String value) {
        int index = fields.indexOf(field);
        if (index < 0) {
            return Row.super.lists(field, value);
        }
        return values[index] instanceof Set<?> texts && texts.contains(value);
    }
}
