package com.optiply.picqer.sandbox.picqer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** One record of a list. Immutable: a change puts another row in its place. */
public interface Row {
    /** Where it stands in its list; the id, unless somebody put in a row whose id is broken. */
    long position();

    byte[] json();

    /** Writes the record where a page is being put together; a generated row need not make an array of its own. */
    default void writeTo(ByteArrayOutputStream page) {
        page.writeBytes(json());
    }

    /** A private copy of the record, for the caller to change. */
    default ObjectNode document() {
        return PicqerJson.document(json());
    }

    /**
     * The value of a plain field as text; null if it is absent, null, or no plain value.
     *
     * @param field a dot reaches into an object: {@code purchaseorder.idpurchaseorder}
     */
    default @Nullable String text(String field) {
        return text(document(), field);
    }

    /** Whether an array of plain values, such as an order's {@code warehouses}, holds this one. */
    default boolean lists(String field, String value) {
        return lists(document(), field, value);
    }

    /** Whether the product has stock or reservations in the warehouse. */
    default boolean isStockedIn(long idwarehouse) {
        return Stock.of(document(), idwarehouse).isPresent();
    }

    static @Nullable String text(ObjectNode document, String field) {
        int dot = field.indexOf('.');
        JsonNode value = dot < 0
                ? document.path(field)
                : document.path(field.substring(0, dot)).path(field.substring(dot + 1));
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    static boolean lists(ObjectNode document, String field, String value) {
        for (JsonNode each : document.path(field)) {
            if (each.asText().equals(value)) {
                return true;
            }
        }
        return false;
    }
}
