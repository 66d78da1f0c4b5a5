package com.optiply.picqer.flow.page;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.ExtraAttribute;
import java.util.Set;

/** What the customer's Optiply environment accepts beyond the public set, as the rules name it. */
public final class Extras {
    private Extras() {}

    /** As {@code resource.attribute}. */
    public static Set<String> of(CustomerSettings customer) {
        return customer.extraAttributes().stream().map(ExtraAttribute::code).collect(toUnmodifiableSet());
    }
}
