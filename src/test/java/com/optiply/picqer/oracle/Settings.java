package com.optiply.picqer.oracle;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The customer's settings, as far as they steer a rule (mapping.md, "Customer settings that steer the rules").
 *
 * @param stock the warehouses whose free stock is added up
 * @param historyFrom null: everything
 * @param ignoredOwner null: by {@code since}, as a file does that does not say it
 * @param extraAttributes such as {@code suppliers.country}
 * @param isFulfilment whether the API key has no access to suppliers
 * @param coupling key in {@code remoteIdMap}; null: the account has no coupling
 */
public record Settings(
        long main,
        Set<Long> stock,
        ZoneId timezone,
        LocalDate since,
        @Nullable LocalDate historyFrom,
        Compositions compositions,
        boolean isMultiSupplier,
        @Nullable IgnoredOwner ignoredOwner,
        Set<String> sellOrderStatuses,
        boolean subtractsCancelled,
        Set<String> extraAttributes,
        boolean isFulfilment,
        @Nullable String coupling) {
    private static final LocalDate LAST_OLD_CUSTOMER = LocalDate.of(2024, 9, 23);

    /** Which composed products go to Optiply. */
    public enum Compositions {
        WITH_STOCK,
        ALL,
        NONE
    }

    /** Who sets the supplier's flag. */
    public enum IgnoredOwner {
        PICQER,
        OPTIPLY
    }

    /** A customer file that says nothing beyond what it must. */
    public static Settings of(long main, LocalDate since, @Nullable String coupling) {
        return new Settings(
                main,
                Set.of(main),
                ZoneId.of("Europe/Amsterdam"),
                since,
                null,
                Compositions.WITH_STOCK,
                false,
                null,
                Set.of("processing", "paused", "expected", "completed"),
                false,
                Set.of(),
                false,
                coupling);
    }

    boolean ownsIgnored() {
        if (ignoredOwner != null) {
            return ignoredOwner == IgnoredOwner.PICQER;
        }
        return since.isAfter(LAST_OLD_CUSTOMER);
    }

    boolean accepts(Resource resource, String attribute) {
        return extraAttributes.contains(resource.path() + "." + attribute);
    }
}
