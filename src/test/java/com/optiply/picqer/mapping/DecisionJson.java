package com.optiply.picqer.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.Row;
import java.util.List;
import java.util.Locale;

/** Decisions as the golden files show them. */
public final class DecisionJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    private DecisionJson() {}

    /** The one form in which both sides of a comparison are written: zeroes behind a price count. */
    public static String text(JsonNode json) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static JsonNode unreadable(Row.Unreadable<?> row) {
        ObjectNode json = JSON.createObjectNode();
        ObjectNode inner = json.putObject("unreadable");
        inner.put("key", row.key());
        inner.put("label", row.label());
        row.problems().forEach(problem -> inner.withArray("problems").add(problem.toString()));
        return json;
    }

    public static JsonNode decision(Decision decision) {
        return decision.fold(DecisionJson::send, DecisionJson::filter, DecisionJson::park, DecisionJson::keep);
    }

    private static JsonNode send(Decision.Send send) {
        ObjectNode json = JSON.createObjectNode();
        ObjectNode inner = named(json.putObject("send"), send);
        inner.set("attributes", send.attributes().toNode());
        send.untouched().stream().sorted().forEach(inner.putArray("untouched")::add);
        var adjustments = inner.putArray("adjustments");
        send.adjustments().forEach(adjustment -> adjustments
                .addObject()
                .put("rule", adjustment.rule().code())
                .put("found", adjustment.found())
                .put("sent", adjustment.sent()));
        if (!send.lines().isEmpty()) {
            ArrayNode lines = inner.putArray("lines");
            send.lines().forEach(line -> lines.add(decision(line)));
        }
        if (send.onFixedChange() == Decision.OnFixedChange.PARK) {
            inner.put("onFixedChange", "park");
        }
        Days days = send.days();
        if (days != null) {
            ObjectNode compared =
                    inner.putObject("comparedByDay").put("zone", days.zone().getId());
            days.attributes().stream().sorted().forEach(compared.putArray("attributes")::add);
        }
        rest(inner, send.grounds());
        return json;
    }

    private static JsonNode filter(Decision.Filter filter) {
        ObjectNode json = JSON.createObjectNode();
        ObjectNode inner = named(json.putObject("filter"), filter);
        inner.put("reason", filter.reason().code());
        if (filter.whenSent().isDeleted()) {
            inner.put("deleted", true);
            if (filter.whenSent().approval() != WhenSent.Approval.NONE) {
                inner.put("needsApproval", true);
            }
        } else {
            inner.set("hiddenBy", filter.whenSent().hiddenBy().toNode());
        }
        rest(inner, filter.grounds());
        return json;
    }

    private static void rest(ObjectNode inner, List<Ground> grounds) {
        grounds.forEach(ground -> inner.withArray("restsOn")
                .add(ground.kind().resource() + " " + ground.remoteId() + " "
                        + ground.occasion().name().toLowerCase(Locale.ROOT)));
    }

    private static JsonNode park(Decision.Park park) {
        ObjectNode json = JSON.createObjectNode();
        ObjectNode inner = named(json.putObject("park"), park);
        inner.put("reason", park.reason().code());
        inner.put("detail", park.detail());
        Awaited awaits = park.awaits();
        if (awaits != null) {
            inner.put("awaits", awaits.kind().resource() + " " + awaits.remoteId());
        }
        return json;
    }

    private static JsonNode keep(Decision.Keep keep) {
        ObjectNode json = JSON.createObjectNode();
        named(json.putObject("keep"), keep);
        return json;
    }

    private static ObjectNode named(ObjectNode json, Decision decision) {
        json.put("remoteId", decision.remoteId().value()).put("label", decision.label());
        RemoteId parent = decision.subject().parent();
        return parent == null ? json : json.put("parent", parent.value());
    }
}
