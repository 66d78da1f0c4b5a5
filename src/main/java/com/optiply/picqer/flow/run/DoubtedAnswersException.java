package com.optiply.picqer.flow.run;

import java.util.List;

/** What Optiply answered is not believed: nothing was done about it, and a person may have to look. */
public final class DoubtedAnswersException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DoubtedAnswersException(List<String> doubts) {
        super(String.join(" ", doubts));
    }
}
