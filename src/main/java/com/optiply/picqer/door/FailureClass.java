package com.optiply.picqer.door;

/** Everything that can go wrong at a door, as the few kinds that a caller treats differently. */
public enum FailureClass {
    /** The account could not be reached. Whatever was asked for has certainly not been done. */
    CONNECTION,
    /** Its address is no host's, or another server's, as far as this process has ever seen. Nothing was done there. */
    MISADDRESSED,
    /** The credentials are refused, or lack a right. */
    AUTH,
    /** Still too many requests after long patience. Not done, and no fault of the record. */
    RATE_LIMITED,
    /** The account will not take this request, today or tomorrow. */
    REJECTED,
    /** There is no such record, or what it refers to is not there. */
    MISSING,
    /** There is such a record already. */
    CONFLICT,
    /** The account is in trouble and stayed so. A POST that ends like this was never sent. */
    SERVER,
    /** A write whose answer was lost: it may have been done. Look before sending it again. */
    AMBIGUOUS;

    /** The next thing that a person can do. */
    String advice(Account account) {
        return switch (this) {
            case CONNECTION -> "Check that " + account + " is up and that this machine reaches it; "
                    + "the next run tries again by itself.";
            case MISADDRESSED -> "Nothing there speaks as " + account + "'s API does. Check " + address(account)
                    + "; if that is right, find out what this machine reaches instead.";
            case AUTH -> account == Account.PICQER
                    ? "Check the setting `picqer.api-key`, and that key's rights in Picqer under Settings > API keys."
                    : "Check the setting `optiply.credentials` (client id, client secret, username, password) "
                            + "and that the user may use `optiply.account`.";
            case RATE_LIMITED -> "Find out what else uses this " + account + " account, or lower `"
                    + (account == Account.PICQER ? "picqer.requests-per-minute" : "optiply.requests-per-second-max")
                    + "`; the next run tries again by itself.";
            case REJECTED -> "Correct what " + account + " names and run again; if it names nothing, check "
                    + address(account) + ".";
            case MISSING -> "Check whether it was deleted in " + account + "; if everything is missing, check "
                    + address(account) + ".";
            case CONFLICT -> "Look the existing record up in " + account + "; the next run links it.";
            case SERVER -> "Wait for " + account + " to recover; the next run tries again by itself. "
                    + "If only this record fails, look at its values.";
            case AMBIGUOUS -> "Nothing: the next run looks in " + account
                    + " whether it was done before sending it again.";
        };
    }

    /** Where a customer's file says at what address the account is. */
    private static String address(Account account) {
        return account == Account.PICQER
                ? "the setting `picqer.subdomain`, or `picqer.base-url` where the file has that"
                : "the setting `optiply.base-url`, or `optiply.token-url` where it is the login";
    }
}
