package com.optiply.picqer.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;

/** Shows results, one by one, as they come. */
public interface Results {
    void show(Result result);

    /** For machines: one line of JSON for each case. */
    record Json(PrintWriter out) implements Results {
        @Override
        public void show(Result result) {
            ObjectNode line = ParentLine.JSON.createObjectNode();
            line.put("case", result.benchCase().code());
            result.figures().forEach(figure -> put(figure, line));
            out.println(line);
            out.flush();
        }

        private static void put(Figure figure, ObjectNode line) {
            String code = figure.measure().code();
            line.set(code, figure.measure().json(figure.measured()));
            if (figure.floor() != null) {
                line.set(figure.measure().floorCode(), figure.measure().json(figure.floor()));
            }
            Target target = figure.target();
            if (target != null) {
                line.withObjectProperty("targets")
                        .putObject(code)
                        .put(target instanceof Target.AtLeast ? "atLeast" : "atMost", target.bound())
                        .put("met", target.isMetBy(figure.measured()));
            }
        }
    }

    /** For people: one table. */
    final class Words implements Results {
        private static final String LINE = "%-15s %-42s %15s %15s %15s %s%n";

        private final PrintWriter out;
        private boolean begun;

        public Words(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void show(Result result) {
            if (!begun) {
                out.printf(LINE, "case", "", "measured", "floor", "target", "");
                begun = true;
            }
            String name = result.benchCase().code();
            for (Figure figure : result.figures()) {
                line(name, figure);
                name = "";
            }
            out.flush();
        }

        private void line(String name, Figure figure) {
            Measure measure = figure.measure();
            Target target = figure.target();
            out.printf(
                    LINE,
                    name,
                    measure.title(),
                    measure.shown(figure.measured()),
                    figure.floor() == null ? "" : measure.shown(figure.floor()),
                    target == null ? "" : target.sign() + " " + measure.shown(target.bound()),
                    target == null ? "" : target.isMetBy(figure.measured()) ? "met" : "not met");
        }
    }
}
