package com.optiply.picqer.mapping;

import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;

/** The record that a parked one waits for: as soon as it is in Optiply, the parked one is tried again. */
public record Awaited(Kind kind, RemoteId remoteId) {}
