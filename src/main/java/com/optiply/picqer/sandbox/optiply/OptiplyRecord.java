package com.optiply.picqer.sandbox.optiply;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One record of an account, as the API would show it.
 *
 * @param attributes a copy of its own; changing it changes nothing in the simulator
 */
public record OptiplyRecord(long id, String type, ObjectNode attributes) {}
