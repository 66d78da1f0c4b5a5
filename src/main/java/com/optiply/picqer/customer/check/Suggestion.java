package com.optiply.picqer.customer.check;

import com.optiply.picqer.customer.NearestMatch;
import java.util.Collection;

/** The question at the end of an error. */
final class Suggestion {
    private Suggestion() {}

    /** {@code Did you mean `x`?} with a space before it, or nothing if no candidate is near. */
    static String of(String written, Collection<String> candidates) {
        return NearestMatch.of(written, candidates)
                .map(match -> " Did you mean `" + match + "`?")
                .orElse("");
    }
}
