package com.optiply.picqer.harness;

import com.optiply.picqer.sandbox.server.Fault;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every way in which the sandbox can make one call go wrong, by the name under which a test repeats it. A 404 in the
 * API's own words is none of them: it says that a record was deleted, and is believed.
 */
final class FaultKinds {
    private static final Map<String, Fault> ALL = all();

    private static final Set<String> REFUSALS = Set.of("400", "409");

    private FaultKinds() {}

    private static Map<String, Fault> all() {
        Map<String, Fault> kinds = new LinkedHashMap<>();
        kinds.put("reset-after", Fault.resetAfter());
        kinds.put("500", Fault.status(500));
        kinds.put("timed-out-after", Fault.timeOutAfter());
        kinds.put("401", Fault.status(401));
        kinds.put("reset-before", Fault.resetBefore());
        kinds.put("truncated", Fault.truncate());
        kinds.put("504-after", Fault.status(504).afterApplying());
        kinds.put("429", Fault.rateLimited());
        kinds.put("html-200-after", Fault.html(200).afterApplying());
        kinds.put("403", Fault.status(403));
        kinds.put("dropped", Fault.drop());
        kinds.put("empty-200", Fault.empty(200));
        kinds.put("429-retry-after", Fault.rateLimited(1));
        kinds.put("not-json", Fault.notJson());
        kinds.put("503", Fault.status(503));
        kinds.put("404-html", Fault.html(404));
        kinds.put("slow", Fault.slowBefore(Duration.ofMillis(300)));
        kinds.put("slow-after", Fault.slowAfter(Duration.ofMillis(300)));
        kinds.put("trickled", Fault.trickle(Duration.ofMillis(300)));
        kinds.put("429-of-another", Fault.rateLimitedByAnother());
        kinds.put("400", Fault.status(400));
        kinds.put("409", Fault.status(409));
        return kinds;
    }

    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** Whether the record itself is refused for it: then it is left alone for a while. */
    static boolean isRefusal(String name) {
        return REFUSALS.contains(name);
    }

    static Fault named(String name) {
        Fault fault = ALL.get(name);
        if (fault == null) {
            throw new IllegalArgumentException("There is no fault `" + name + "`, but " + names());
        }
        return fault;
    }
}
