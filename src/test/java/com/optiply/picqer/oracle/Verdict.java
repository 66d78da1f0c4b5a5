package com.optiply.picqer.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where one record of Picqer goes. */
public sealed interface Verdict {
    /** {@code in_optiply}, or the reason against it. */
    String code();

    /**
     * Optiply holds it once.
     *
     * @param attributes what they must be; a JSON null stands for none. What is not named here may be anything
     * @param lines of an order; empty for anything else
     */
    record Sent(Map<String, JsonNode> attributes, OrderLines lines) implements Verdict {
        @Override
        public String code() {
            return "in_optiply";
        }
    }

    /**
     * The lines of an order.
     *
     * @param sent what must be there
     * @param leftOut why a line is not, by the line's id in Picqer
     */
    record OrderLines(List<Line> sent, Map<Long, Reason> leftOut) {
        static final OrderLines NONE = new OrderLines(List.of(), Map.of());
    }

    /**
     * @param ids of the lines in Picqer that it stands for; several where lines of one product are merged
     * @param product its remote id
     */
    record Line(List<Long> ids, String product, long quantity, Map<String, JsonNode> attributes) {}

    /** A rule keeps it out; had it been sent before, this became of it. */
    record KeptOut(Reason reason, Afterwards ifSent) implements Verdict {
        @Override
        public String code() {
            return reason.code();
        }
    }

    /** It should go and cannot yet: what Optiply has of it from better days stays. */
    record Waits(Reason reason) implements Verdict {
        @Override
        public String code() {
            return reason.code();
        }
    }

    /** mapping.md does not decide; at most one record, whatever is in it. */
    record Unsettled(String question) implements Verdict {
        @Override
        public String code() {
            return "unsettled";
        }
    }

    /** What a rule does to a record that it keeps out from now on. */
    record Afterwards(Fate fate, @Nullable String attribute, @Nullable String value) {
        static final Afterwards STAYS = new Afterwards(Fate.STAYS, null, null);
        static final Afterwards DELETED = new Afterwards(Fate.DELETED, null, null);

        static Afterwards hiddenBy(String attribute, String value) {
            return new Afterwards(Fate.HIDDEN, attribute, value);
        }
    }

    /** Ways to end. */
    enum Fate {
        STAYS,
        HIDDEN,
        DELETED
    }
}
