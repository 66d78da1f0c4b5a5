package com.optiply.picqer.optiply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The kinds of record that are kept in step, each with what is particular to its Optiply resource. */
public enum Kind {
    PRODUCTS("products", OptiplyProduct::owned, List.of(OptiplyProduct.SKU_CODE, OptiplyProduct.NAME));

    private final String resource;
    private final Function<JsonNode, Attributes> owned;
    private final List<String> naturalKeys;

    Kind(String resource, Function<JsonNode, Attributes> owned, List<String> naturalKeys) {
        this.resource = resource;
        this.owned = owned;
        this.naturalKeys = naturalKeys;
    }

    /** The name of the resource in Optiply's paths and {@code data.type}; also how the kind is written in the state. */
    public String resource() {
        return resource;
    }

    /** The attributes that we own, from those that Optiply gave of one record. */
    public Attributes owned(JsonNode attributes) {
        return owned.apply(attributes);
    }

    /** What a record is looked up by where no {@code remoteId} can tell it (contract: Optiply 5.3). */
    public Optional<NaturalKey> naturalKey(Attributes attributes) {
        return naturalKeys.stream()
                .filter(name -> {
                    JsonNode value = attributes.get(name);
                    return value != null && !value.asText().isEmpty();
                })
                .findFirst()
                .map(name -> new NaturalKey(name, attributes.toNode().get(name).asText()));
    }

    /** The same for a record that was sent: where it has no natural key, the last attribute that could be one. */
    public NaturalKey lookupKey(Attributes sent) {
        return naturalKey(sent).orElseGet(() -> new NaturalKey(naturalKeys.get(naturalKeys.size() - 1), ""));
    }

    /** An attribute that is not promised to be unique, but mostly is, and its value. */
    public record NaturalKey(String attribute, String value) {}
}
