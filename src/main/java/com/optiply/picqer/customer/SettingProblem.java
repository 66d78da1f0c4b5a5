package com.optiply.picqer.customer;

/**
 * What is wrong with the settings as a whole, when each value by itself is fine.
 *
 * @param path of the setting that it concerns, such as {@code picqer.api-key}
 * @param what is wrong, as a whole sentence
 */
public record SettingProblem(String path, String what) {}
