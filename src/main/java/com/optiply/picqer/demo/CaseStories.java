package com.optiply.picqer.demo;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Standing;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** What became of the odd products and why: by outcome, a few of each. */
final class CaseStories {
    private static final int SHOWN_MAX = 4;
    private static final int ABOUT_WIDTH = 58;

    private final PrintWriter out;
    private final List<CaseOutcome> outcomes;

    CaseStories(PrintWriter out, List<CaseOutcome> outcomes) {
        this.out = out;
        this.outcomes = outcomes;
    }

    void print() {
        out.printf("What became of the %d odd products of the shop, and why:%n", outcomes.size());
        List<CaseOutcome> sent = standing(Standing.SEND);
        print("sent as they are", "", having(sent, link -> link.adjustments() == null));
        print("sent with a value adjusted, and counted", "", having(sent, link -> link.adjustments() != null));
        byReason(Standing.FILTER)
                .forEach((reason, cases) ->
                        print("kept out: " + reason, FilterReason.of(reason).explanation(), cases));
        byReason(Standing.PARK).forEach((reason, cases) -> print("parked: " + reason, "", cases));
    }

    private List<CaseOutcome> standing(Standing standing) {
        return having(outcomes, link -> link.standing() == standing);
    }

    private static List<CaseOutcome> having(List<CaseOutcome> some, Predicate<Link> which) {
        return some.stream().filter(each -> which.test(each.link())).toList();
    }

    private Map<String, List<CaseOutcome>> byReason(Standing standing) {
        return standing(standing).stream()
                .collect(groupingBy(each -> Objects.requireNonNull(each.link().reason()), TreeMap::new, toList()));
    }

    private void print(String title, String why, List<CaseOutcome> cases) {
        out.printf("  %s (%d)%s%n", title, cases.size(), why.isEmpty() ? "" : ": " + why);
        cases.stream().limit(SHOWN_MAX).forEach(this::print);
        if (cases.size() > SHOWN_MAX) {
            out.printf("    and %d more%n", cases.size() - SHOWN_MAX);
        }
    }

    private void print(CaseOutcome one) {
        String about = one.awkward().about();
        String found = one.detail().isEmpty() ? adjustments(one.link()) : one.detail();
        out.println(found.isEmpty() ? "    " + about : "    " + padded(about) + "  -> " + shown(found));
    }

    /** Each is a rule, what was found and what was sent; nothing was sent where a value is left out. */
    private static String adjustments(Link link) {
        if (link.adjustments() == null) {
            return "";
        }
        return StreamSupport.stream(RequestedWrites.json(link.adjustments()).spliterator(), false)
                .map(CaseStories::adjustment)
                .collect(joining("; "));
    }

    private static String adjustment(JsonNode rule) {
        String sent = rule.get(2).asText();
        return "%s: `%s` becomes %s"
                .formatted(
                        rule.get(0).asText(),
                        rule.get(1).asText(),
                        sent.isEmpty() ? ProductValues.NOTHING : "`" + sent + "`");
    }

    private static String padded(String about) {
        return about + " ".repeat(Math.max(0, ABOUT_WIDTH - about.length()));
    }

    private static String shown(String text) {
        return text.replace("\r", "\\r").replace("\n", "\\n");
    }
}
