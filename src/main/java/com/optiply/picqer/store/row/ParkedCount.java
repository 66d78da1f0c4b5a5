package com.optiply.picqer.store.row;

/** How many records are parked for one reason. */
public record ParkedCount(String reason, long records) {}
