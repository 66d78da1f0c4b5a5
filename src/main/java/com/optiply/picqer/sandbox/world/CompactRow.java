package com.optiply.picqer.sandbox.world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.sandbox.picqer.Row;
import java.io.UncheckedIOException;
import java.util.List;
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
    private final @Nullable String[] values;

    private CompactRow(long position, byte[] json, List<String> fields, @Nullable String[] values) {
        this.position = position;
        this.json = json;
        this.fields = fields;
        this.values = values;
    }

    /** @param fields those that lists are filtered by; one list, shared by all rows of a kind */
    static CompactRow of(long position, ObjectNode document, List<String> fields) {
        @Nullable String[] values = new String[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Row.text(document, fields.get(i));
        }
        try {
            return new CompactRow(position, JSON.writeValueAsBytes(document), fields, values);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("A tree can be written.", impossible);
        }
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
        return index < 0 ? Row.super.text(field) : values[index];
    }
}
