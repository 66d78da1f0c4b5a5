package com.optiply.picqer.picqer;

/**
 * One row of a product's {@code stock} array.
 *
 * @param freestock pieces on hand less what is reserved; negative when more is promised than lies there
 */
public record WarehouseStock(WarehouseId warehouse, long freestock) {}
