package com.optiply.picqer.docs;

import com.optiply.picqer.customer.PlaceholderResolver;
import com.optiply.picqer.customer.Reference;
import java.util.regex.Pattern;

/** Where every variable that a page names is set, as the page says to set it. */
final class SetVariables implements PlaceholderResolver {
    private static final Pattern ENVIRONMENT = Pattern.compile("\\{\\{env:([A-Z_]+)}}");
    private static final String CREDENTIALS =
            "{\"clientId\":\"id-1\",\"clientSecret\":\"secret-1\",\"username\":\"user-1\",\"password\":\"word-1\"}";

    @Override
    public boolean hasFunction(String name) {
        return name.equals("env");
    }

    @Override
    public String resolve(String text) {
        return ENVIRONMENT.matcher(text).replaceAll(match -> value(match.group(1)));
    }

    @Override
    public String resolveSecret(Reference reference) {
        return value(reference.argument());
    }

    private static String value(String variable) {
        return variable.endsWith("_OPTIPLY") ? CREDENTIALS : "key-of-a-customer";
    }
}
