package com.optiply.picqer.sandbox.picqer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A key to a shop's API.
 *
 * @param name for people; the secret itself is never shown
 * @param fulfilmentCustomer null for an admin key, else the only customer whose objects the key sees
 * @param writes whether the key may change anything
 */
public record ApiKey(String name, String secret, @Nullable Long fulfilmentCustomer, boolean writes) {
    public static ApiKey admin(String name, String secret) {
        return new ApiKey(name, secret, null, true);
    }

    public static ApiKey readOnly(String name, String secret) {
        return new ApiKey(name, secret, null, false);
    }

    public static ApiKey fulfilment(String name, String secret, long customer) {
        return new ApiKey(name, secret, customer, true);
    }

    boolean sees(Row row) {
        return fulfilmentCustomer == null
                || Objects.equals(row.text("idfulfilment_customer"), Long.toString(fulfilmentCustomer));
    }

    @Override
    public String toString() {
        return "ApiKey[" + name + "]";
    }
}
