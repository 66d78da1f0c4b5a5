package com.optiply.picqer.sandbox.optiply;

import java.util.Optional;

/**
 * Who writes: a client of the API, perhaps through a coupling, or a person in Optiply's own screens.
 *
 * @param isUser whether it is a person
 */
record Author(boolean isUser, Optional<Coupling> coupling) {
    static final Author USER = new Author(true, Optional.empty());

    static Author client(Optional<Coupling> coupling) {
        return new Author(false, coupling);
    }
}
