package com.optiply.picqer.sandbox.server;

/** Another program listens at the port that was asked for. */
public final class PortInUseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PortInUseException(Throwable cause) {
        super(
                "The port is in use on this machine: end what uses it, or choose another with `--port`"
                        + " (0 takes any that is free).",
                cause);
    }
}
