package com.optiply.picqer.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.oracle.Verdict.Line;
import com.optiply.picqer.oracle.Verdict.Sent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Verdicts in a form that a test can write down. */
final class Answers {
    private Answers() {}

    static Map<String, String> attributes(Verdict verdict) {
        return texts(sent(verdict).attributes());
    }

    static String attribute(Verdict verdict, String name) {
        return attributes(verdict).getOrDefault(name, "-");
    }

    /** Such as {@code 3 x 70001 = 36.00}. */
    static List<String> lines(Verdict verdict) {
        return sent(verdict).lines().sent().stream().map(Answers::line).toList();
    }

    static Map<Long, Reason> leftOut(Verdict verdict) {
        return sent(verdict).lines().leftOut();
    }

    private static String line(Line line) {
        return line.quantity() + " x " + line.product() + " = "
                + line.attributes().get("subtotalValue").asText();
    }

    static Map<String, String> texts(Map<String, JsonNode> attributes) {
        Map<String, String> texts = new TreeMap<>();
        attributes.forEach((name, value) -> texts.put(name, value.asText()));
        return texts;
    }

    private static Sent sent(Verdict verdict) {
        if (verdict instanceof Sent sent) {
            return sent;
        }
        throw new AssertionError("not sent but " + verdict);
    }
}
