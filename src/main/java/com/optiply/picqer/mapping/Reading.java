package com.optiply.picqer.mapping;

/** A source record as it was read, with everything that its rules look at. */
public interface Reading {
    Subject subject();
}
