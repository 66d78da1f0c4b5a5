package com.optiply.picqer.filedrop;

import org.jspecify.annotations.Nullable;

/** A file that cannot be taken as a table at all. */
public final class TableRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String advice;
    private final String forLog;

    /**
     * @param problem what is wrong, as a whole sentence
     * @param advice what to do about it, likewise
     */
    public TableRefusedException(String problem, String advice) {
        this(problem, advice, problem, null);
    }

    /**
     * Where what is wrong is told with what stands in the file, which may be anybody's name and address.
     *
     * @param forLog the problem without that, as a whole sentence
     */
    public TableRefusedException(String problem, String advice, String forLog) {
        this(problem, advice, forLog, null);
    }

    TableRefusedException(String problem, String advice, @Nullable Throwable cause) {
        this(problem, advice, problem, cause);
    }

    private TableRefusedException(String problem, String advice, String forLog, @Nullable Throwable cause) {
        super(problem, cause);
        this.advice = advice;
        this.forLog = forLog;
    }

    /** What is wrong, in words that hold nothing of the file's contents. */
    public String forLog() {
        return forLog;
    }

    public String advice() {
        return advice;
    }
}
