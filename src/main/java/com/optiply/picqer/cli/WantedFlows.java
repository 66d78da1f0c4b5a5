package com.optiply.picqer.cli;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.sync.run.Flow;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The flows that a command names, or all that are on if it names none. */
record WantedFlows(CommandLine command, List<String> names) {

    /** Throws when a name is none: before anything else is looked at. */
    void requireFlows() {
        names.forEach(this::flow);
    }

    /** In the order of the flows; throws when one of them is switched off for the customer. */
    List<Flow> of(CustomerSettings customer) {
        if (names.isEmpty()) {
            return Flow.of(customer);
        }
        List<Flow> named = names.stream().map(this::flow).sorted().distinct().toList();
        for (Flow flow : named) {
            if (!flow.isOnFor(customer)) {
                throw new ParameterException(
                        command,
                        "The flow `" + flow.code() + "` is switched off for " + customer.name()
                                + ", so nothing was done. Set `flows." + flow.code()
                                + "` to \"on\" in its file, or take the setting out.");
            }
        }
        return named;
    }

    private Flow flow(String name) {
        return Flow.of(name)
                .orElseThrow(() -> new ParameterException(command, Typed.unknown("flow", name, known(), "Flows")));
    }

    private static List<String> known() {
        return Arrays.stream(Flow.values()).map(Flow::code).toList();
    }
}
