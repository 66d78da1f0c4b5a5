package com.optiply.picqer.customer;

/**
 * A reference behind which no usable value was found. Its message tells what was looked for, never what was found; it
 * carries no cause, because Camel's own exceptions quote the text in which they missed something.
 */
public final class UnresolvedPlaceholderException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String advice;

    /**
     * @param message as the end of a sentence about the setting
     * @param advice the next thing to do
     */
    public UnresolvedPlaceholderException(String message, String advice) {
        super(message);
        this.advice = advice;
    }

    /** The next thing to do. */
    public String advice() {
        return advice;
    }
}
