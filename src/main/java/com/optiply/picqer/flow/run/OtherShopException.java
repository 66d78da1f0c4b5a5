package com.optiply.picqer.flow.run;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.store.row.RunId;

/** Picqer does not look like the shop that was synchronised so far: a person is asked before anything is believed. */
public final class OtherShopException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public OtherShopException(String found, CustomerName customer, RunId since) {
        super("Picqer does not look like the shop that was synchronised so far. " + found
                + " So the run was held: nothing was created, changed or taken out of sight. If this is another shop,"
                + " correct `picqer.subdomain` or `picqer.base-url`, and the key. If the shop was really filled anew,"
                + " let it through: approve " + customer + " " + since + ". Products that are new are then created in"
                + " Optiply, and whether those that are gone are taken out of sight is asked once more.");
    }
}
