package com.optiply.picqer.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.stream.Stream;

/** The query of a request: names and values as they are meant, in their order; encoding is this type's business. */
public record Query(List<Parameter> parameters) {
    public static final Query NONE = new Query(List.of());

    public record Parameter(String name, String value) {}

    public Query {
        parameters = List.copyOf(parameters);
    }

    public static Query of(String name, Object value) {
        return NONE.and(name, value);
    }

    public Query and(String name, Object value) {
        return new Query(Stream.concat(parameters.stream(), Stream.of(new Parameter(name, value.toString())))
                .toList());
    }

    /**
     * Everything but letters and digits is percent-encoded. That is stricter than URLs demand: the text passes through
     * Camel, which would take braces for a property and {@code RAW(...)} for a secret.
     */
    String encoded() {
        StringBuilder encoded = new StringBuilder();
        for (Parameter parameter : parameters) {
            encoded.append(encoded.isEmpty() ? "" : "&")
                    .append(encode(parameter.name()))
                    .append('=')
                    .append(encode(parameter.value()));
        }
        return encoded.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
