package com.optiply.picqer.flow;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.ExtraAttribute;
import java.util.Set;

/** What the customer's Optiply environment accepts beyond the public set, as the rules name it. */
final class Extras {
    private Extras() {}

    /** As {@code resource.attribute}. */
    static Set<String> of(CustomerSettings customer) {
        return customer.extraAttributes().stream().map(ExtraAttribute::code).collect(toUnmodifiableSet());
    }
}
