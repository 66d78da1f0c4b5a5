package com.optiply.picqer.door;

/** The HTTP methods that the two APIs know. */
public enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
}
