package com.optiply.picqer.customer.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects what is wrong with one file while it is being checked. */
final class FileProblems {
    private final Path file;
    private final List<Problem> problems = new ArrayList<>();

    FileProblems(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    void add(Node at, String what, String advice) {
        add(at.getStartMark(), what, advice);
    }

    void add(Optional<Mark> at, String what, String advice) {
        int line = at.map(Mark::getLine).orElse(0) + 1;
        int column = at.map(Mark::getColumn).orElse(0) + 1;
        problems.add(new Problem(file, line, column, what, advice));
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    int count() {
        return problems.size();
    }

    List<Problem> inOrder() {
        return problems.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }

    /** {@code Keys here: a, b, c}, so that nobody has to look it up. */
    static String keysHere(Collection<String> keys) {
        return "Keys here: " + String.join(", ", keys);
    }
}
