package com.optiply.picqer.door;

import java.io.IOException;

/** The connection stood and the request may have been processed, but no whole answer came back. */
final class LostAnswerException extends IOException {
    private static final long serialVersionUID = 1;

    LostAnswerException(String why, Throwable cause) {
        super(why, cause);
    }
}
