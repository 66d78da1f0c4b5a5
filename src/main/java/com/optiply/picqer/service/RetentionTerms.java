package com.optiply.picqer.service;

import com.optiply.picqer.customer.PropertyValues;
import com.optiply.picqer.sync.run.Retention.Terms;
import java.util.Map;
import java.util.Properties;

/** How long the state keeps what, from the properties that begin with {@code picqer-optiply.retention.}. */
final class RetentionTerms {
    static final String PREFIX = "picqer-optiply.retention.";

    /** What is kept, and for how long where nothing is said. */
    static final Map<String, String> DEFAULTS = Map.of("runs", "90d", "changes", "400d", "requests", "7d");

    private RetentionTerms() {}

    static Terms of(Properties properties) {
        PropertyValues values = new PropertyValues(properties, PREFIX, DEFAULTS);
        return new Terms(values.days("runs"), values.days("changes"), values.days("requests"));
    }
}
