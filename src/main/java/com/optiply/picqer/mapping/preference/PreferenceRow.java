package com.optiply.picqer.mapping.preference;

/**
 * One row of a list of preferred suppliers, read.
 *
 * @param sku the product's code in Picqer
 * @param supplier the supplier's name
 * @param isPreferred whether that supplier is to be the product's preferred one, or is not to be it
 */
public record PreferenceRow(String sku, String supplier, boolean isPreferred) {}
