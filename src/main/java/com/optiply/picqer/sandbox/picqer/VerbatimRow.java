package com.optiply.picqer.sandbox.picqer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;

/** A row that somebody put in exactly as it is written: history, and what only a broken account shows. */
record VerbatimRow(StoredRow row) {
    /** @param nextId where the row goes if it has no usable id */
    static VerbatimRow of(String json, String idField, LongSupplier nextId) {
        ObjectNode parsed = PicqerJson.document(json.getBytes(StandardCharsets.UTF_8));
        JsonNode id = parsed.path(idField);
        boolean usable = id.canConvertToLong() && id.isIntegralNumber();
        return new VerbatimRow(StoredRow.verbatim(usable ? id.asLong() : nextId.getAsLong(), json));
    }

    long position() {
        return row.position();
    }

    /** The highest id of its lines; 0 if it has none. */
    long lastLine(String idField) {
        long last = 0;
        for (JsonNode line : row.parsed().path("products")) {
            last = Math.max(last, line.path(idField).asLong());
        }
        return last;
    }
}
