package com.optiply.picqer.customer.check;

import java.util.List;

/**
 * A flow of the program, as far as a customer's own routes have to do with it.
 *
 * @param name its name, as in {@code direct:products}
 * @param resource what Optiply calls the records that it writes
 * @param ownStep the flow after which a step of the customer's own on mapped records is named; its own name, or that of
 *     another flow that writes the same records; empty where there is no such step
 * @param attributes of a record that such a step may change, by Optiply's names
 */
public record KnownFlow(String name, String resource, String ownStep, List<String> attributes) {
    public KnownFlow {
        attributes = List.copyOf(attributes);
    }

    boolean hasOwnStep() {
        return ownStep.equals(name);
    }
}
