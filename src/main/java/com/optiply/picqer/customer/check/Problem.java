package com.optiply.picqer.customer.check;

import java.nio.file.Path;

/**
 * One thing that is wrong with a customer file.
 *
 * @param line counted from 1
 * @param column counted from 1
 * @param what is wrong, as whole sentences
 * @param advice what is allowed or what to do next; empty where the first part says it all
 */
public record Problem(Path file, int line, int column, String what, String advice) {

    /** {@code file:line:column: what}, the form that editors turn into links, and the advice below it. */
    public String text() {
        String head = "%s:%d:%d: %s%n".formatted(file, line, column, what);
        return advice.isEmpty() ? head : head + "    %s%n".formatted(advice);
    }
}
