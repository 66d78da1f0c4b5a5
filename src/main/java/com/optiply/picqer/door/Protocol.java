package com.optiply.picqer.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.customer.CustomerSettings;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

/** What is particular to one door: how its account is addressed, paid for and understood. Thread-safe. */
interface Protocol {
    Account account();

    /** Of the customer's account: the same one each time. */
    Budget budget(CustomerSettings customer);

    /** Where the request goes and what it shows; may log in. Asked anew for every attempt. */
    Envelope envelope(CustomerSettings customer, DoorRequest request, CamelContext camel);

    FailureClass classOf(DoorRequest request, int status);

    /** Drops refused credentials if others can be had; false if a second attempt would be refused alike. */
    boolean renewCredentials(CustomerSettings customer, Envelope refused);

    /** What the caller gets. */
    Object answer(int status, @Nullable JsonNode body);

    /**
     * A request, ready to be sent.
     *
     * @param body null for none
     * @param secrets what must not be shown if the server repeats it
     */
    record Envelope(String url, Map<String, String> headers, byte @Nullable [] body, List<String> secrets) {
        @Override
        public String toString() {
            return "Envelope[***]";
        }
    }
}
