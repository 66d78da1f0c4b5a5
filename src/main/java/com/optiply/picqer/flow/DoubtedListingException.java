package com.optiply.picqer.flow;

import java.util.List;

/** Optiply's lists lacked so much that they are not believed: nothing was done about it, and a person has to look. */
final class DoubtedListingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DoubtedListingException(List<String> doubts) {
        super(String.join(" ", doubts)
                + " That is more than the guards allow, so nothing was done about them. Look in Optiply. If they were"
                + " really deleted there, raise `guards.records` or `guards.share` for one run of `comparison`.");
    }
}
