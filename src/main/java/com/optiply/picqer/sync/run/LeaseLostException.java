package com.optiply.picqer.sync.run;

import com.optiply.picqer.customer.CustomerName;

/** Another process may be speaking to the customer's accounts, so this one must not. */
public final class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LeaseLostException(CustomerName customer) {
        super("This process does not hold the lease of customer " + customer
                + ", so another one may be speaking to its accounts: the run stops here. The table `lease`"
                + " of the state says who holds it.");
    }
}
