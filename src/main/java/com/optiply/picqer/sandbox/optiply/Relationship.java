package com.optiply.picqer.sandbox.optiply;

/** A named way from one record to others. */
sealed interface Relationship {
    String name();

    /** The resource at the other end. */
    String target();

    /** @param attribute the reference in this record */
    record ToOne(String name, String target, String attribute) implements Relationship {}

    /**
     * @param attribute the reference in the other records
     * @param owned whether the others are deleted with this record
     */
    record ToMany(String name, String target, String attribute, boolean owned) implements Relationship {}
}
