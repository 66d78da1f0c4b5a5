package com.optiply.picqer.cli;

/** The program's entry. */
public final class PicqerOptiply {
    private PicqerOptiply() {}

    public static void main(String[] arguments) {
        throw new UnsupportedOperationException("under construction");
    }
}
