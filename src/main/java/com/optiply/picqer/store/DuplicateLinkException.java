package com.optiply.picqer.store;

import com.optiply.picqer.store.database.StoreException;

/** A record of Optiply was about to be linked to a second source record. The transaction is undone. */
public final class DuplicateLinkException extends StoreException {
    private static final long serialVersionUID = 1;

    DuplicateLinkException(Throwable cause) {
        super(
                "A record of Optiply that is linked already was about to be linked to a second source record, "
                        + "so nothing of this step was saved. Look both records up in the table `link` of the state.",
                cause);
    }
}
