package com.optiply.picqer.sandbox.picqer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Switches over the admin door: those named are changed, a name that is none is refused. */
final class SwitchesJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private SwitchesJson() {}

    static ObjectNode change(PicqerShop shop, ObjectNode named) {
        ObjectNode all = MAPPER.valueToTree(shop.switches());
        all.setAll(named);
        try {
            shop.switches(MAPPER.treeToValue(all, PicqerSwitches.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("These are no switches of a shop: " + e.getOriginalMessage(), e);
        }
        return all;
    }
}
