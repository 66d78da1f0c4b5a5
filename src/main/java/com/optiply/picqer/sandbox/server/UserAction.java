package com.optiply.picqer.sandbox.server;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Something a user does in an account's own screens, as data.
 *
 * @param at the name of the account, such as {@code acme}
 * @param name such as {@code remove-product}
 */
public record UserAction(String at, String name, ObjectNode arguments) {}
