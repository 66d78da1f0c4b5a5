package com.optiply.picqer.sandbox.optiply;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The links from one page of a list to the others: absolute, with every filter of the request.
 *
 * @param url of the list, without a query
 * @param query of the request
 */
record PageLinks(String url, Map<String, List<String>> query, int limit, int offset) {

    void writeTo(JsonGenerator out, int total) throws IOException {
        out.writeStartObject();
        out.writeStringField("first", page(0));
        out.writeStringField("last", page(total == 0 ? 0 : (total - 1) / limit * limit));
        if (offset > 0) {
            out.writeStringField("prev", page(offset - limit));
        }
        if ((long) offset + limit < total) {
            out.writeStringField("next", page(offset + limit));
        }
        out.writeEndObject();
    }

    private String page(int start) {
        StringBuilder link = new StringBuilder(url).append('?');
        query.forEach((name, values) -> {
            if (!name.startsWith("page[")) {
                values.forEach(value ->
                        link.append(name).append('=').append(encoded(value)).append('&'));
            }
        });
        link.append("page[limit]=").append(limit);
        return start == 0
                ? link.toString()
                : link.append("&page[offset]=").append(start).toString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
