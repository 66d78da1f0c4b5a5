package com.optiply.picqer.customer;

import java.util.List;

/**
 * What is wrong with the settings as a whole, when each value by itself is fine.
 *
 * @param path of the setting that it concerns, such as {@code picqer.api-key}
 * @param what is wrong, as a whole sentence
 * @param instead the settings that could have stood in its place; who tried one of them knows that it is needed
 */
public record SettingProblem(String path, String what, List<String> instead) {
    public SettingProblem(String path, String what) {
        this(path, what, List.of());
    }

    public SettingProblem {
        instead = List.copyOf(instead);
    }
}
