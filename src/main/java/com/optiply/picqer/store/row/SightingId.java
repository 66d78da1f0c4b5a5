package com.optiply.picqer.store.row;

/** The number of a sighting that records share. */
public record SightingId(long value) {}
