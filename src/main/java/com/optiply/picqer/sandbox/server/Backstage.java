package com.optiply.picqer.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What can be done with a simulated account beside its API: what its users do in their own screens, a look at the
 * whole state, and starting afresh. The admin door and faults reach simulators through this.
 */
public interface Backstage {
    /**
     * Does what a user would do.
     *
     * @throws IllegalArgumentException if the action is unknown or its arguments do not fit; the message says what is
     *     allowed
     */
    JsonNode perform(String action, ObjectNode arguments);

    JsonNode state();

    void reset();
}
