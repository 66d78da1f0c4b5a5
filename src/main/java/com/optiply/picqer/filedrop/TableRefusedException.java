package com.optiply.picqer.filedrop;

import org.jspecify.annotations.Nullable;

/** A file that cannot be taken as a table at all. */
public final class TableRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String advice;

    /**
     * @param problem what is wrong, as a whole sentence
     * @param advice what to do about it, likewise
     */
    public TableRefusedException(String problem, String advice) {
        this(problem, advice, null);
    }

    TableRefusedException(String problem, String advice, @Nullable Throwable cause) {
        super(problem, cause);
        this.advice = advice;
    }

    public String advice() {
        return advice;
    }
}
