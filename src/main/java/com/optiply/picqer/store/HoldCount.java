package com.optiply.picqer.store;

/** How many changes of one action stand in one state. */
public record HoldCount(HoldAction action, HoldState state, long records) {}
