package com.optiply.picqer.sandbox.picqer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A row kept both parsed, for filters, and rendered, for pages. */
record StoredRow(long position, ObjectNode parsed, byte[] json) implements Row {
    static StoredRow of(long position, ObjectNode document) {
        return new StoredRow(position, document, PicqerJson.bytes(document));
    }

    /** Keeps the text as it is, to the last blank. */
    static StoredRow verbatim(long position, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new StoredRow(position, PicqerJson.document(bytes), bytes);
    }

    @Override
    public ObjectNode document() {
        return parsed.deepCopy();
    }

    @Override
    public @Nullable String text(String field) {
        return Row.text(parsed, field);
    }

    @Override
    public boolean lists(String field, String value) {
        return Row.lists(parsed, field, value);
    }

    @Override
    public boolean isStockedIn(long idwarehouse) {
        return Stock.of(parsed, idwarehouse).isPresent();
    }
}
