package com.optiply.picqer.store;

/** The number of a sighting that records share. */
public record SightingId(long value) {}
