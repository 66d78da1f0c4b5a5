package com.optiply.picqer.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Finds the sentence in an error answer, and makes it fit to be shown. */
final class ServerMessage {
    private static final int LENGTH_MAX = 300;

    /** A body is searched for its sentence only so far; beyond, it is no error answer but a page. */
    private static final int BYTES_MAX = 64 * 1024;

    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(\\.[\\w-]{1,63})+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

    private ServerMessage() {}

    /** Null where the answer says nothing. The secrets are those that the request carried: servers repeat them. */
    static @Nullable String in(byte[] body, ObjectReader json, Collection<String> secrets) {
        if (body.length > BYTES_MAX) {
            return "a page of " + body.length + " bytes";
        }
        String raw = new String(body, UTF_8).strip();
        String text = isPage(body) ? "an HTML page" : sentence(body, json).orElse(raw);
        return presentable(text, secrets);
    }

    /** Whether the answer is a page for people: no API speaks so, but what stands before it does. */
    static boolean isPage(byte[] body) {
        return new String(body, 0, Math.min(body.length, BYTES_MAX), UTF_8)
                .stripLeading()
                .startsWith("<");
    }

    private static Optional<String> sentence(byte[] body, ObjectReader json) {
        try {
            return sentence(json.readTree(body));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    /** The order of Optiply's own clients; then Picqer's field, and the two of an OAuth error. */
    private static Optional<String> sentence(JsonNode answer) {
        JsonNode errors = answer.path("errors");
        return Stream.of(
                        each(errors, "/meta/message"),
                        each(errors, "/detail"),
                        each(errors, "/message"),
                        text(answer.path("message")),
                        text(answer.path("error_message")),
                        text(answer.path("error_description")),
                        text(answer.path("error")),
                        each(errors, "/title"))
                .filter(found -> !found.isBlank())
                .findFirst();
    }

    private static String each(JsonNode errors, String pointer) {
        return StreamSupport.stream(errors.spliterator(), false)
                .map(error -> text(error.at(pointer)))
                .filter(found -> !found.isBlank())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : "";
    }

    private static @Nullable String presentable(String text, Collection<String> secrets) {
        String shown = text;
        for (String secret : secrets) {
            shown = secret.isEmpty() ? shown : shown.replace(secret, "***");
        }
        shown = EMAIL.matcher(shown).replaceAll("***");
        shown = BLANKS.matcher(shown).replaceAll(" ").strip();
        if (shown.isEmpty()) {
            return null;
        }
        return shown.length() <= LENGTH_MAX ? shown : shown.substring(0, LENGTH_MAX) + "...";
    }
}
