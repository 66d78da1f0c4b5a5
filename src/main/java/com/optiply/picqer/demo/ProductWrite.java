package com.optiply.picqer.demo;

import java.util.SortedMap;

/**
 * One write of one product, told in a form that can be compared: expected, kept in the state, or seen by Optiply.
 *
 * @param idproduct Picqer's id, as text
 * @param values the attributes that are written
 */
record ProductWrite(boolean isCreate, String idproduct, SortedMap<String, String> values) {
    @Override
    public String toString() {
        return (isCreate ? "create " : "change ") + idproduct + " " + values;
    }
}
