package com.optiply.picqer.sandbox.server;

import java.util.List;
import java.util.Map;

/**
 * A request as a simulator sees it.
 *
 * @param path below the simulator's own prefix, decoded, beginning with a slash
 * @param query decoded, in the order given, every value of a repeated name
 * @param headers by lower-case name
 */
public record SimulatedRequest(
        String method, String path, Map<String, List<String>> query, Map<String, String> headers, byte[] body) {}
