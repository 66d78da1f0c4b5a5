package com.optiply.picqer.sandbox.server;

/**
 * One simulated API. It is a state machine: a request and the state give an answer and the next state. It knows
 * nothing of sockets or faults; the server around it does. Thread-safe by locking itself.
 */
public interface Simulator {
    SimulatedResponse answer(SimulatedRequest request);
}
