package com.optiply.picqer.sandbox.server;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The bodies that faults answer with. */
final class FaultedAnswers {
    private static final byte[] HTML =
            "<!DOCTYPE html><html><head><title>Oops</title></head><body><h1>Something went wrong</h1></body></html>"
                    .getBytes(StandardCharsets.UTF_8);
    private static final byte[] NOT_JSON = "[{\"idproduct\": 1, \"name\": ".getBytes(StandardCharsets.UTF_8);

    private FaultedAnswers() {}

    static SimulatedResponse of(Fault fault, Simulator simulator) {
        int status = fault.status();
        return switch (fault.body()) {
            case API -> simulator.failure(status);
            case BARE -> new SimulatedResponse(
                    status,
                    Map.of("content-type", "application/json"),
                    simulator.failure(status).body());
            case HTML -> new SimulatedResponse(status, Map.of("content-type", "text/html; charset=UTF-8"), HTML);
            case EMPTY -> new SimulatedResponse(status, Map.of(), new byte[0]);
            case NOT_JSON -> new SimulatedResponse(status, Map.of("content-type", "application/json"), NOT_JSON);
        };
    }
}
