package com.optiply.picqer.customer.check;

import static java.util.stream.Collectors.joining;

import com.optiply.picqer.customer.CustomerSettings;
import java.nio.file.Path;
import java.util.List;

/**
 * What came of a check.
 *
 * @param customers of the files without a problem
 * @param problems of all files, in the order of the files and of their lines
 */
public record CheckedFiles(List<CustomerSettings> customers, List<Problem> problems) {
    private static final String PROGRAM = "picqer-optiply";

    public CheckedFiles {
        customers = List.copyOf(customers);
        problems = List.copyOf(problems);
    }

    /**
     * What was found, in words, with commands that can be typed as they stand.
     *
     * @param program how the program was called
     */
    public String text(String program) {
        return text().replace(PROGRAM + " check", program + " check");
    }

    /** All problems for a person to read, ending with the next thing to type; empty if there are none. */
    public String text() {
        if (problems.isEmpty()) {
            return "";
        }
        String files = problems.stream()
                .map(Problem::file)
                .distinct()
                .map(Path::toString)
                .collect(joining(" "));
        String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        return problems.stream().map(Problem::text).collect(joining())
                + "%s, nothing was started. Check again: %s check %s%n".formatted(count, PROGRAM, files);
    }
}
