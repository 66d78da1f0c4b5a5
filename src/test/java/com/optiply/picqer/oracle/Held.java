package com.optiply.picqer.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One record of the Optiply account.
 *
 * @param key its remote id, or what stands for one; empty if there is none
 * @param isOurs whether it was made through the API and for no other coupling
 * @param attributes as the API shows them, only that references are the keys of what they point to
 */
record Held(long id, String key, boolean isOurs, ObjectNode attributes) {
    boolean hasKey() {
        return !key.isEmpty();
    }

    JsonNode get(String attribute) {
        return attributes.path(attribute);
    }

    String text(String attribute) {
        return get(attribute).asText();
    }

    @Override
    public String toString() {
        return id + (hasKey() ? " with remote id " + key : "") + " " + attributes;
    }
}
