package com.optiply.picqer.customer;

import java.util.regex.Pattern;

/**
 * The short name of a customer: its file's name without {@code .yaml}, the name of its settings bean, and the first
 * part of its routes' ids.
 */
public record CustomerName(String value) implements Comparable<CustomerName> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public CustomerName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a customer's name is 1 to 40 lower-case letters, digits and dashes, "
                    + "beginning with a letter, not `" + value + "`");
        }
    }

    @Override
    public int compareTo(CustomerName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
