package com.optiply.picqer.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.sync.run.Flow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds the page on customer files to what a step of a customer's own may change. */
class OwnStepPageTest {
    @Test
    void tellsForEachFlowWhatItsStepMaySet() throws IOException {
        String page = Files.readString(Path.of("src/docs/customer-files.md"));

        for (Flow flow : Flow.values()) {
            if (flow.readsPicqer() && flow.ofOwnStep() == flow) {
                String attributes = flow.kinds().get(0).changeable().stream()
                        .map(name -> "`" + name + "`")
                        .collect(joining(", "));
                assertThat(page).contains("\n| `acme-" + flow.code() + "-mapped` | " + attributes + " |\n");
            }
        }
    }
}
