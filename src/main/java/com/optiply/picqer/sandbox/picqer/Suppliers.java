package com.optiply.picqer.sandbox.picqer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Suppliers: no dates, and like products in two lists. */
final class Suppliers {
    private static final long FIRST_ID = 9_401;
    private static final Set<String> SET_BY_PICQER = Set.of("idsupplier", "full_address", "comment_count");

    private final Table active = new Table(FIRST_ID);
    private final Table inactive = new Table(FIRST_ID);

    Table active() {
        return active;
    }

    Table inactive() {
        return inactive;
    }

    Optional<Row> find(long id) {
        return active.find(id).or(() -> inactive.find(id));
    }

    Row get(long id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    ObjectNode add(ObjectNode fields) {
        if (fields.path("name").asText("").isBlank()) {
            throw Refusal.missing("name");
        }
        long id = nextId();
        return put(id, overlay(blank(id), fields));
    }

    ObjectNode change(long id, ObjectNode fields) {
        return put(id, overlay(get(id).document(), fields));
    }

    long putVerbatim(String json) {
        VerbatimRow verbatim = VerbatimRow.of(json, "idsupplier", this::nextId);
        put(verbatim.row());
        return verbatim.position();
    }

    private long nextId() {
        return Math.max(active.nextId(), inactive.nextId());
    }

    /** Puts a row in as it is, without a name or of a name that is there already. */
    void put(Row row) {
        boolean on = !"false".equals(row.text("active"));
        (on ? inactive : active).remove(row.position());
        (on ? active : inactive).put(row);
    }

    ObjectNode activate(long id, boolean on) {
        return put(id, get(id).document().put("active", on));
    }

    void remove(long id) {
        if (active.remove(id).isEmpty() && inactive.remove(id).isEmpty()) {
            throw Refusal.notFound();
        }
    }

    void clear() {
        active.clear();
        inactive.clear();
    }

    private ObjectNode put(long id, ObjectNode supplier) {
        put(StoredRow.of(id, supplier));
        return supplier;
    }

    private static ObjectNode blank(long id) {
        return PicqerJson.object()
                .put("idsupplier", id)
                .put("name", "")
                .putNull("contactname")
                .putNull("address")
                .putNull("address2")
                .putNull("zipcode")
                .putNull("city")
                .putNull("region")
                .putNull("country")
                .putNull("telephone")
                .putNull("emailaddress")
                .putNull("remarks")
                .put("language", "nl")
                .put("active", true)
                .put("full_address", "")
                .put("comment_count", 0);
    }

    private static ObjectNode overlay(ObjectNode supplier, ObjectNode fields) {
        fields.properties().forEach(field -> {
            if (supplier.has(field.getKey()) && !SET_BY_PICQER.contains(field.getKey())) {
                supplier.set(field.getKey(), field.getValue());
            }
        });
        if (supplier.hasNonNull("country")) {
            supplier.put("country", supplier.path("country").asText().toUpperCase(Locale.ROOT));
        }
        return supplier.put("full_address", fullAddress(supplier));
    }

    private static String fullAddress(ObjectNode supplier) {
        String place = supplier.path("zipcode").asText("") + " "
                + supplier.path("city").asText("");
        return (supplier.path("address").asText("") + "\n" + place.strip()).strip();
    }
}
