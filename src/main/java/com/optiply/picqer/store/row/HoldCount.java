package com.optiply.picqer.store.row;

/** How many changes of one action stand in one state. */
public record HoldCount(HoldAction action, HoldState state, long records) {}
