package com.optiply.picqer.sync.run;

/** Requests of one run, every attempt counted. */
public record RequestCounts(long picqer, long optiply) {
    public long total() {
        return picqer + optiply;
    }
}
