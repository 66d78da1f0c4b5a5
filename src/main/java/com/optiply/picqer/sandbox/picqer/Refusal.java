package com.optiply.picqer.sandbox.picqer;

/** Picqer says no: a status, its error code and a message. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    private Refusal(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }

    static Refusal unauthorized() {
        return new Refusal(401, 1, "Wrong credentials");
    }

    static Refusal forbidden(int status) {
        return new Refusal(status, 1, "This API key has no access to this function");
    }

    static Refusal noUserAgent(int status) {
        return new Refusal(status, 1, "User-Agent header is required");
    }

    static Refusal rateLimited() {
        return new Refusal(429, 28, "Rate limit exceeded");
    }

    static Refusal missing(String field) {
        return new Refusal(400, 5, "Missing required parameter: " + field);
    }

    static Refusal invalidJson() {
        return new Refusal(400, 22, "Invalid JSON");
    }

    static Refusal notFound() {
        return new Refusal(404, 20, "Item not found");
    }

    static Refusal wrongStatus() {
        return new Refusal(400, 21, "Item not found or wrong status");
    }

    static Refusal unknownVatGroup() {
        return new Refusal(400, 14, "Unknown VAT group");
    }

    static Refusal incompleteLine() {
        return new Refusal(400, 23, "idproduct or amount missing in order line");
    }

    static Refusal unknownProduct() {
        return new Refusal(400, 24, "Product does not exist");
    }

    static Refusal notOnPurchaseOrder() {
        return new Refusal(400, 27, "Product not on purchase order");
    }

    static Refusal badAmount() {
        return new Refusal(400, 16, "Invalid amount");
    }

    static Refusal tooLittleStock() {
        return new Refusal(400, 18, "Amount is more than the stock allows");
    }

    static Refusal withoutProducts() {
        return new Refusal(400, 13, "Order has no products");
    }

    static Refusal orderClosed() {
        return new Refusal(400, 32, "Order is already closed");
    }

    static Refusal lineFixed() {
        return new Refusal(400, 33, "Order line cannot be changed once the order is processing");
    }

    static Refusal notImplemented() {
        return new Refusal(404, 8, "Not implemented");
    }
}
