package com.optiply.picqer.sandbox.picqer;

/**
 * How this Picqer behaves where nobody outside knows for certain. The defaults are the likeliest.
 *
 * @param missingUserAgentStatus the status of the refusal, 400 or 403
 * @param scopedKeyStatus what a fulfilment key gets where it has no access, 401 or 403
 * @param scopedKeysReadWarehousesAndReceipts whether a fulfilment key may
 * @param retryAfter whether a 429 says when to come back
 * @param offsets what becomes of an offset that is no multiple of the page size
 * @param order of every list but warehouses and VAT groups
 * @param afterIsInclusive whether {@code updated_after} and {@code completed_after} include the very second
 * @param stockMovesUpdated whether a change of stock moves the product's {@code updated}
 * @param receiptsMovePurchaseOrders whether a receipt moves the purchase order's {@code updated}
 * @param linesMovePurchaseOrders whether a change of its lines moves the purchase order's {@code updated}
 * @param partsOfOthers what {@code /products/{id}/parts} says of a product that is no composition
 * @param completionDelaySeconds how long a receipt stays {@code processing} after it was told to complete
 */
public record PicqerSwitches(
        int missingUserAgentStatus,
        int scopedKeyStatus,
        boolean scopedKeysReadWarehousesAndReceipts,
        boolean retryAfter,
        Offsets offsets,
        Order order,
        boolean afterIsInclusive,
        boolean stockMovesUpdated,
        boolean receiptsMovePurchaseOrders,
        boolean linesMovePurchaseOrders,
        PartsOfOthers partsOfOthers,
        int completionDelaySeconds) {
    public static final PicqerSwitches DEFAULTS = new PicqerSwitches(
            400,
            403,
            true,
            false,
            Offsets.HONOURED,
            Order.NEWEST_FIRST,
            false,
            false,
            true,
            true,
            PartsOfOthers.NOT_FOUND,
            2);

    public enum Offsets {
        HONOURED,
        ROUNDED_DOWN
    }

    public enum Order {
        NEWEST_FIRST,
        OLDEST_FIRST
    }

    public enum PartsOfOthers {
        NOT_FOUND,
        EMPTY_LIST,
        /** Nor is there anything to find below a composition that has no parts. */
        NOT_FOUND_WITHOUT_PARTS
    }
}
