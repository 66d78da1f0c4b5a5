package com.optiply.picqer.sandbox.server;

import java.util.Map;

/** What a simulator answers. The server adds {@code Content-Length}. */
public record SimulatedResponse(int status, Map<String, String> headers, byte[] body) {}
