package com.optiply.picqer.sandbox;

import java.time.Instant;

/**
 * How a sandbox starts.
 *
 * @param port 0 takes any free one
 * @param seed of everything that is drawn: worlds and the chances of faults
 * @param clockStart what the time is in the sandbox when it starts
 * @param clockRuns whether its time then runs, or moves only when it is advanced
 * @param loggedRequests how many requests are kept; 0 keeps counters only, for benchmarks and heap tests
 */
public record SandboxOptions(int port, long seed, Instant clockStart, boolean clockRuns, int loggedRequests) {
    public static final SandboxOptions DEFAULTS =
            new SandboxOptions(0, 20251008, Instant.parse("2025-10-08T08:00:00Z"), true, 10_000);

    public SandboxOptions withPort(int port) {
        return new SandboxOptions(port, seed, clockStart, clockRuns, loggedRequests);
    }

    public SandboxOptions withSeed(long seed) {
        return new SandboxOptions(port, seed, clockStart, clockRuns, loggedRequests);
    }

    public SandboxOptions withClockStanding() {
        return new SandboxOptions(port, seed, clockStart, false, loggedRequests);
    }

    public SandboxOptions loggingAtMost(int requests) {
        return new SandboxOptions(port, seed, clockStart, clockRuns, requests);
    }
}
