package com.optiply.picqer.service;

/** The program does not find what it needs to start, or finds it unusable: its message says what and where. */
public final class InstallationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public InstallationException(String message) {
        super(message);
    }

    public InstallationException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Wraps what kept Camel from starting; our own exceptions come through as they are. */
    static RuntimeException notStarted(Exception cause) {
        for (Throwable one = cause; one != null; one = one.getCause()) {
            if (one instanceof InstallationException ours) {
                return ours;
            }
        }
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new InstallationException("The routes could not be started: " + root.getMessage(), cause);
    }
}
