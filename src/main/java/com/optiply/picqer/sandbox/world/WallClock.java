package com.optiply.picqer.sandbox.world;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Times as Picqer writes them: by the clock on the wall, without a zone. */
final class WallClock {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private WallClock() {}

    static String text(LocalDateTime time) {
        return FORM.format(time);
    }
}
