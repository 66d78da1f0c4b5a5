package com.optiply.picqer.oracle;

import com.optiply.picqer.oracle.Settings.Compositions;
import com.optiply.picqer.oracle.Settings.IgnoredOwner;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The settings of {@link SampleShop}, but for one. */
final class Variants {
    private static final Settings PLAIN = SampleShop.SETTINGS;

    private Variants() {}

    static Settings compositions(Compositions mode) {
        return of(PLAIN.stock(), PLAIN.timezone(), null, mode, PLAIN.sellOrderStatuses(), false, Set.of());
    }

    static Settings stock(Set<Long> warehouses) {
        return of(warehouses, PLAIN.timezone(), null, PLAIN.compositions(), PLAIN.sellOrderStatuses(), false, Set.of());
    }

    static Settings timezone(String zone) {
        return of(
                PLAIN.stock(), ZoneId.of(zone), null, PLAIN.compositions(), PLAIN.sellOrderStatuses(), false, Set.of());
    }

    static Settings historyFrom(String day) {
        return of(
                PLAIN.stock(),
                PLAIN.timezone(),
                LocalDate.parse(day),
                PLAIN.compositions(),
                PLAIN.sellOrderStatuses(),
                false,
                Set.of());
    }

    static Settings statuses(String... statuses) {
        return of(PLAIN.stock(), PLAIN.timezone(), null, PLAIN.compositions(), Set.of(statuses), false, Set.of());
    }

    static Settings subtractingCancelled() {
        return of(
                PLAIN.stock(), PLAIN.timezone(), null, PLAIN.compositions(), PLAIN.sellOrderStatuses(), true, Set.of());
    }

    static Settings extras(String... extras) {
        return of(
                PLAIN.stock(),
                PLAIN.timezone(),
                null,
                PLAIN.compositions(),
                PLAIN.sellOrderStatuses(),
                false,
                Set.of(extras));
    }

    private static Settings of(
            Set<Long> stock,
            ZoneId zone,
            @Nullable LocalDate historyFrom,
            Compositions compositions,
            Set<String> statuses,
            boolean subtractsCancelled,
            Set<String> extras) {
        return new Settings(
                PLAIN.main(),
                stock,
                zone,
                PLAIN.since(),
                historyFrom,
                compositions,
                false,
                null,
                statuses,
                subtractsCancelled,
                extras,
                false,
                PLAIN.coupling());
    }

    static Settings suppliers(
            LocalDate since, boolean isMultiSupplier, @Nullable IgnoredOwner owner, boolean isFulfilment) {
        return new Settings(
                PLAIN.main(),
                PLAIN.stock(),
                PLAIN.timezone(),
                since,
                null,
                PLAIN.compositions(),
                isMultiSupplier,
                owner,
                PLAIN.sellOrderStatuses(),
                false,
                Set.of(),
                isFulfilment,
                PLAIN.coupling());
    }
}
