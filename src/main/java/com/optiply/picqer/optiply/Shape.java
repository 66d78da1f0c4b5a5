package com.optiply.picqer.optiply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The attributes of one resource that this integration owns, each with its form, in the order of sending. */
final class Shape {
    private final Map<String, AttributeForm> forms = new LinkedHashMap<>();

    Shape with(AttributeForm form, String... names) {
        for (String name : names) {
            forms.put(name, form);
        }
        return this;
    }

    /**
     * The attributes that we own as Optiply says it has them, in the form in which we send them. An attribute that is
     * null there counts as not given.
     */
    Attributes owned(JsonNode attributes) {
        Attributes.Builder owned = Attributes.builder();
        forms.forEach((name, form) -> {
            JsonNode value = attributes.path(name);
            if (value.isValueNode() && !value.isNull()) {
                form.read(value, name, owned);
            }
        });
        return owned.build();
    }
}
