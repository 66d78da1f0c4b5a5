package com.optiply.picqer.customer;

/** A setting that is well-formed but that Picqer or Optiply contradicts: its message says which and what to do. */
public final class SettingRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SettingRefusedException(String message) {
        super(message);
    }
}
