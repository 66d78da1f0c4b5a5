package com.optiply.picqer.optiply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The attributes of one resource that this integration owns, each with its form, in the order of sending. */
final class Shape {
    private final Map<String, AttributeForm> forms = new LinkedHashMap<>();
    private final Map<String, AttributeForm> extras = new LinkedHashMap<>();

    Shape with(AttributeForm form, String... names) {
        for (String name : names) {
            forms.put(name, form);
        }
        return this;
    }

    /** What some Optiply environments accept besides: ours only where it was sent (mapping.md, `extra-attributes`). */
    Shape accepting(AttributeForm form, String... names) {
        for (String name : names) {
            extras.put(name, form);
        }
        return this;
    }

    /** All of them, those included that only some environments accept. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(forms.keySet());
        names.addAll(extras.keySet());
        return names;
    }

    /** An attribute of that value; {@link IllegalArgumentException}, the rest of a sentence, where it takes another. */
    Attributes of(String name, Object value) {
        AttributeForm form = forms.getOrDefault(name, extras.get(name));
        if (form == null) {
            throw new IllegalArgumentException("is no attribute of ours");
        }
        Attributes.Builder one = Attributes.builder();
        form.take(value, name, one);
        return one.build();
    }

    /** Of the attributes of these names, what Optiply says it has, in the form in which we send them. */
    Attributes given(JsonNode attributes, Set<String> asked) {
        Attributes.Builder given = Attributes.builder();
        for (String name : asked) {
            AttributeForm form = forms.getOrDefault(name, extras.get(name));
            JsonNode value = attributes.path(name);
            if (form != null && value.isValueNode() && !value.isNull()) {
                form.read(value, name, given);
            }
        }
        return given.build();
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
