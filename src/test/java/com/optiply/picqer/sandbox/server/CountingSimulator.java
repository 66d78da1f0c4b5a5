package com.optiply.picqer.sandbox.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers with how often it was asked, padded so that a body has halves. */
final class CountingSimulator implements Simulator {
    static final String PADDING = "-".repeat(200);

    final AtomicInteger asked = new AtomicInteger();

    @Override
    public SimulatedResponse answer(SimulatedRequest request) {
        String text = PADDING + asked.incrementAndGet();
        return new SimulatedResponse(200, Map.of("content-type", "text/plain"), text.getBytes(UTF_8));
    }
}
