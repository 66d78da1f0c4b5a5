package com.optiply.picqer.sandbox.optiply;

import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A resource document around its attributes: the pieces of text between one mention of the id and the next. */
final class Frame {
    private static final String ID = "\0";

    private final byte[][] before;
    private final byte[][] after;

    private Frame(byte[][] before, byte[][] after) {
        this.before = before;
        this.after = after;
    }

    static Frame of(ResourceType type, String baseUrl) {
        String self = baseUrl + "/" + type.name() + "/" + ID;
        String relationships = type.relationships().stream()
                .map(relationship -> relationship(relationship.name(), self))
                .collect(Collectors.joining(",", "{", "}"));
        return new Frame(
                pieces("{\"id\":\"" + ID + "\",\"type\":\"" + type.name() + "\",\"attributes\":"),
                pieces(",\"relationships\":" + relationships + ",\"links\":{\"self\":\"" + self + "\"}}"));
    }

    void write(ByteArrayBuilder bytes, long id, byte[] attributes) {
        byte[] digits = Documents.utf8(Long.toString(id));
        write(bytes, before, digits);
        bytes.write(attributes);
        write(bytes, after, digits);
    }

    private static void write(ByteArrayBuilder bytes, byte[][] pieces, byte[] digits) {
        bytes.write(pieces[0]);
        for (int piece = 1; piece < pieces.length; piece++) {
            bytes.write(digits);
            bytes.write(pieces[piece]);
        }
    }

    private static String relationship(String name, String self) {
        return "\"" + name + "\":{\"links\":{\"self\":\"" + self + "/relationships/" + name + "\",\"related\":\"" + self
                + "/" + name + "\"}}";
    }

    private static byte[][] pieces(String text) {
        List<byte[]> pieces =
                Arrays.stream(text.split(ID, -1)).map(Documents::utf8).toList();
        return pieces.toArray(byte[][]::new);
    }
}
