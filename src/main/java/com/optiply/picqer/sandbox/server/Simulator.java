package com.optiply.picqer.sandbox.server;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * One simulated API. It is a state machine: a request and the state give an answer and the next state. It knows
 * nothing of sockets or faults; the server around it does. Thread-safe by locking itself.
 */
public interface Simulator {
    SimulatedResponse answer(SimulatedRequest request);

    /** What people do to the account beside its API; empty where nothing can be done. */
    default Optional<Backstage> backstage() {
        return Optional.empty();
    }

    /** How this API words a failure; a fault uses it to answer in the API's own manner without asking the state. */
    default SimulatedResponse failure(int status) {
        byte[] body = ("{\"status\":" + status + "}").getBytes(StandardCharsets.UTF_8);
        return new SimulatedResponse(status, Map.of("content-type", "application/json"), body);
    }
}
