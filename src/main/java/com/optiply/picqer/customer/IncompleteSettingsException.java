package com.optiply.picqer.customer;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** A customer whose settings are missing something, or contradict each other. */
public final class IncompleteSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public IncompleteSettingsException(CustomerName name, List<SettingProblem> problems) {
        super("Customer `" + name + "`: "
                + problems.stream().map(SettingProblem::what).collect(joining(" ")));
    }
}
