package com.optiply.picqer.sandbox.world;

/**
 * One product of the awkward shop and what is odd about it.
 *
 * @param name to ask for it by
 * @param about for a reader who sees the row: what is odd, in Picqer's own terms
 * @param idproduct 0 if what is odd is the id
 * @param json the row exactly as the list shows it
 */
public record AwkwardCase(String name, String about, long idproduct, String json) {}
