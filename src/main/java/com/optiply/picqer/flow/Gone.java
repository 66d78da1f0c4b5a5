package com.optiply.picqer.flow;

import java.util.List;

/** How an account says that a record of a number that was right once is there no more. */
final class Gone {
    static final Integer[] STATUSES = {404, 410};

    private Gone() {}

    static boolean says(int status) {
        return List.of(STATUSES).contains(status);
    }
}
