package com.optiply.picqer.store.row;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a person let through.
 *
 * @param records how many by action; an action without any is not in the map
 * @param labels of the records
 */
public record Approval(Map<HoldAction, Long> records, Set<String> labels) {
    /** One record that was let through. */
    public record Approved(HoldAction action, String label) {}

    public static Approval of(List<Approved> approved) {
        Map<HoldAction, Long> records = approved.stream()
                .collect(groupingBy(Approved::action, () -> new EnumMap<>(HoldAction.class), counting()));
        return new Approval(records, approved.stream().map(Approved::label).collect(toUnmodifiableSet()));
    }
}
