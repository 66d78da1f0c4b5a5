package com.optiply.picqer.optiply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One record as Optiply gives it (contract: Optiply 4, "List envelope").
 *
 * @param uuid null where an old answer has none
 * @param attributes all of them, in Optiply's form
 */
public record OptiplyRecord(OptiplyId id, @Nullable String uuid, JsonNode attributes) {

    private static final Pattern ID = Pattern.compile("\\d{1,18}");

    /** Reads {@code data} or one element of it; empty when it bears no id. */
    public static Optional<OptiplyRecord> read(JsonNode data) {
        String id = data.path("id").asText();
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        JsonNode attributes = data.path("attributes");
        return Optional.of(new OptiplyRecord(
                new OptiplyId(Long.parseLong(id)), attributes.path("uuid").textValue(), attributes));
    }

    /** Reads a whole list; empty when it is none, or when anything in it bears no id and so is no record. */
    public static Optional<List<OptiplyRecord>> readAll(@Nullable JsonNode body) {
        JsonNode data = body == null ? MissingNode.getInstance() : body.path("data");
        List<OptiplyRecord> records = new ArrayList<>(data.size());
        data.forEach(one -> read(one).ifPresent(records::add));
        return data.isArray() && records.size() == data.size() ? Optional.of(records) : Optional.empty();
    }

    /**
     * Whether a person made it there: it says that no integration did (contract: Optiply 7). One that says nothing
     * counts as an integration's.
     */
    public boolean isMadeInOptiply() {
        JsonNode madeByApi = attributes.path("createdFromPublicApi");
        return madeByApi.isBoolean() && !madeByApi.booleanValue();
    }

    /** The remote id that it bears for this coupling, if there is a coupling and it bears one. */
    public Optional<RemoteId> remoteId(OptionalLong coupling) {
        if (coupling.isEmpty()) {
            return Optional.empty();
        }
        JsonNode remoteId = attributes.path("remoteIdMap").path(Long.toString(coupling.getAsLong()));
        return remoteId.isMissingNode() || remoteId.isNull()
                ? Optional.empty()
                : Optional.of(new RemoteId(remoteId.asText()));
    }
}
