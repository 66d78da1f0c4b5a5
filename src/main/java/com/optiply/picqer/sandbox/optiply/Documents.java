package com.optiply.picqer.sandbox.optiply;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records as JSON:API documents. A list of 100 products is some 200 kB, most of it links that differ in the id
 * only: they are laid out once per resource, and a record's attributes are kept until it changes.
 */
final class Documents {
    private static final byte[] DATA = utf8("{\"data\":");
    private static final byte[] NULL = utf8("null");
    private static final byte[] COMMA = utf8(",");
    private static final byte[] OPEN = utf8("[");
    private static final byte[] CLOSE = utf8("]");
    private static final byte[] END = utf8("}");

    private final World world;
    private final Map<String, Frame> frames = new HashMap<>();
    private String baseUrl;

    Documents(World world, String baseUrl) {
        this.world = world;
        this.baseUrl = baseUrl;
    }

    String baseUrl() {
        return baseUrl;
    }

    void baseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
        frames.clear();
    }

    byte[] one(ResourceType type, Row row) {
        return one(type, row, attributes(type, row));
    }

    /** The answer to an order created with its lines, where the switch says that it tells their ids. */
    byte[] withLines(ResourceType type, Row order, ResourceType lineType, List<Row> lines) {
        byte[] attributes = attributes(type, order);
        byte[] orderLines = Json.write(out -> writeLines(out, lineType, lines));
        try (ByteArrayBuilder merged = new ByteArrayBuilder()) {
            merged.write(attributes, 0, attributes.length - 1);
            merged.write(utf8(",\"orderLines\":"));
            merged.write(orderLines);
            merged.write(END);
            return one(type, order, merged.toByteArray());
        }
    }

    /** A relationship to one record that is not there. */
    byte[] nothing() {
        return data(NULL);
    }

    byte[] list(ResourceType type, Search.Found found, PageLinks links) {
        Frame frame = frame(type);
        return list(found, links, (bytes, row) -> frame.write(bytes, row.id(), attributes(type, row)));
    }

    /** The same list, of types and ids only. */
    byte[] identifiers(ResourceType type, Search.Found found, PageLinks links) {
        return list(found, links, (bytes, row) -> bytes.write(identifier(type, row.id())));
    }

    byte[] identifierOf(ResourceType type, Row row) {
        return data(identifier(type, row.id()));
    }

    /** The attributes as they are shown, as a JSON object. */
    byte[] attributes(ResourceType type, Row row) {
        byte[] kept = row.rendered();
        if (kept != null) {
            return kept;
        }
        byte[] fresh = Json.write(out -> writeAttributes(out, type, row));
        row.rendered(fresh);
        return fresh;
    }

    private interface RowWriter {
        void write(ByteArrayBuilder bytes, Row row);
    }

    private byte[] one(ResourceType type, Row row, byte[] attributes) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(attributes.length + 2048)) {
            bytes.write(DATA);
            frame(type).write(bytes, row.id(), attributes);
            bytes.write(END);
            return bytes.toByteArray();
        }
    }

    private static byte[] list(Search.Found found, PageLinks links, RowWriter writer) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(4096)) {
            bytes.write(DATA);
            bytes.write(OPEN);
            for (int row = 0; row < found.page().size(); row++) {
                if (row > 0) {
                    bytes.write(COMMA);
                }
                writer.write(bytes, found.page().get(row));
            }
            bytes.write(CLOSE);
            bytes.write(utf8(",\"links\":"));
            bytes.write(Json.write(out -> links.writeTo(out, found.total())));
            bytes.write(utf8(",\"meta\":{\"totalResourceCount\":" + found.total() + "}}"));
            return bytes.toByteArray();
        }
    }

    private static byte[] data(byte[] json) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder()) {
            bytes.write(DATA);
            bytes.write(json);
            bytes.write(END);
            return bytes.toByteArray();
        }
    }

    private Frame frame(ResourceType type) {
        return frames.computeIfAbsent(type.name(), name -> Frame.of(type, baseUrl));
    }

    private void writeAttributes(JsonGenerator out, ResourceType type, Row row) throws IOException {
        out.writeStartObject();
        List<Attribute> attributes = type.attributes();
        for (int slot = 0; slot < attributes.size(); slot++) {
            Attribute attribute = attributes.get(slot);
            if (attribute.isShown() && world.switches().accepts(type, attribute)) {
                out.writeFieldName(attribute.name());
                writeValue(out, attribute, row.get(slot));
            }
        }
        out.writeEndObject();
    }

    private static void writeValue(JsonGenerator out, Attribute attribute, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeNull();
        } else {
            attribute.type().write(out, value);
        }
    }

    private static void writeLines(JsonGenerator out, ResourceType type, List<Row> lines) throws IOException {
        out.writeStartArray();
        for (Row line : lines) {
            out.writeStartObject();
            out.writeNumberField("id", line.id());
            for (String name : List.of("quantity", "subtotalValue", "productId")) {
                out.writeFieldName(name);
                writeValue(out, type.attribute(name).orElseThrow(), line.get(type.slot(name)));
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static byte[] identifier(ResourceType type, long id) {
        return utf8("{\"id\":\"" + id + "\",\"type\":\"" + type.name() + "\"}");
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
