package com.optiply.picqer.flow;

import java.util.List;

/** What Optiply answered is not believed: nothing was done about it, and a person may have to look. */
final class DoubtedAnswersException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DoubtedAnswersException(List<String> doubts) {
        super(String.join(" ", doubts));
    }
}
