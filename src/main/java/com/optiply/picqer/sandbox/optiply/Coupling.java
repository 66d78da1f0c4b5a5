package com.optiply.picqer.sandbox.optiply;

/** One integration of one account; {@code remoteId} is stored per coupling. */
public record Coupling(long id, String name) {}
