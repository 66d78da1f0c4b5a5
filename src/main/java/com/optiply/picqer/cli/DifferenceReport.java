package com.optiply.picqer.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.store.row.Difference;
import com.optiply.picqer.store.row.Difference.Sort;
import com.optiply.picqer.store.row.Outcome;
import com.optiply.picqer.sync.run.RunReport;
import com.optiply.picqer.sync.run.Tally.Counts;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a look into Optiply has found.
 *
 * @param report of the run that looked
 */
record DifferenceReport(RunReport report, List<Difference> found) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Of one kind, how many records. */
    private record Figures(long compared, long differ, long missing, long unknown, long unanswered) {}

    /** For people. */
    void words(PrintWriter out) {
        Kind kind = null;
        for (Difference one : found) {
            if (one.kind() != kind) {
                kind = one.kind();
                out.println(kind.resource());
            }
            out.println("  " + sentence(one));
        }
        out.printf("%-22s %10s %10s %10s %10s %10s%n", "", "compared", "differ", "missing", "unknown", "unanswered");
        figures()
                .forEach((resource, of) -> out.printf(
                        "%-22s %,10d %,10d %,10d %,10d %,10d%n",
                        resource, of.compared, of.differ, of.missing, of.unknown, of.unanswered));
        if (report.outcome() != Outcome.COMPLETE && report.problem() != null) {
            out.println("Not all was compared. " + report.problem());
        } else if (found.isEmpty()) {
            out.println("No difference.");
        } else {
            out.println("Nothing was changed. To put right what differs or is missing, and to find out what is"
                    + " unanswered: run " + report.customer()
                    + " (orders that somebody deleted in Optiply wait for a person)");
        }
    }

    private static String sentence(Difference one) {
        String record =
                one.label().isEmpty() || one.label().equals(one.remoteId().value())
                        ? one.remoteId().value()
                        : one.label() + " (" + one.remoteId() + ")";
        return switch (one.sort()) {
            case DIFFERS -> record + ": `" + one.attribute() + "` is " + value(one.held())
                    + " in Optiply, and should be " + value(one.wanted()) + ".";
            case MISSING -> record + ": missing in Optiply"
                    + (one.optiplyId() == null ? "" : ", where it was " + one.optiplyId()) + ".";
            case UNKNOWN -> record + ": bears that name under our coupling as " + one.optiplyId()
                    + " in Optiply, and nobody knows it.";
            case UNANSWERED -> record + ": not compared; something was sent, and nobody has heard whether it arrived.";
        };
    }

    private static String value(String json) {
        return json.equals("null") ? "empty" : json;
    }

    /** For machines: one line. */
    void json(PrintWriter out) {
        ObjectNode line = JSON.createObjectNode();
        line.put("customer", report.customer());
        line.put("run", report.run());
        line.put("outcome", report.outcome().name().toLowerCase(Locale.ROOT));
        if (report.problem() != null) {
            line.put("problem", report.problem());
        }
        line.set("kinds", JSON.valueToTree(figures()));
        ArrayNode differences = line.putArray("differences");
        found.forEach(one -> differences.add(json(one)));
        try {
            out.println(JSON.writeValueAsString(line));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ObjectNode json(Difference one) {
        ObjectNode node = JSON.createObjectNode();
        node.put("kind", one.kind().resource());
        node.put("remoteId", one.remoteId().value());
        node.put("label", one.label());
        node.put("what", one.sort().name().toLowerCase(Locale.ROOT));
        if (one.optiplyId() != null) {
            node.put("optiplyId", one.optiplyId().value());
        }
        if (one.sort() == Sort.DIFFERS) {
            node.put("attribute", one.attribute());
            node.set("held", parsed(one.held()));
            node.set("wanted", parsed(one.wanted()));
        }
        return node;
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("the state holds a difference that is not JSON", notOurs);
        }
    }

    private Map<String, Figures> figures() {
        Map<String, Figures> figures = new LinkedHashMap<>();
        figures.put(Kind.PRODUCTS.resource(), figures(Kind.PRODUCTS.resource(), report.counts()));
        report.besides().forEach((resource, counts) -> figures.put(resource, figures(resource, counts)));
        return figures;
    }

    private Figures figures(String resource, Counts counts) {
        return new Figures(
                counts.read(),
                records(resource, Sort.DIFFERS),
                records(resource, Sort.MISSING),
                records(resource, Sort.UNKNOWN),
                records(resource, Sort.UNANSWERED));
    }

    /** A record that differs in two attributes is one. */
    private long records(String resource, Sort sort) {
        return found.stream()
                .filter(one -> one.sort() == sort && one.kind().resource().equals(resource))
                .map(Difference::remoteId)
                .distinct()
                .count();
    }
}
