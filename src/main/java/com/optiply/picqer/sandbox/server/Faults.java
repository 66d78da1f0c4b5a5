package com.optiply.picqer.sandbox.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The faults in force. Each counts its own matching requests; of several that strike at once the eldest wins. */
public final class Faults {
    private final long seed;
    private SplittableRandom random;
    private final Map<Long, Rule> rules = new LinkedHashMap<>();
    private long lastNumber;

    public Faults(long seed) {
        this.seed = seed;
        random = new SplittableRandom(seed);
    }

    /** What befalls one request: user actions, all of them, and at most one fault. */
    record Strike(List<UserAction> actions, @Nullable Fault fault) {
        private static final Strike NONE = new Strike(List.of(), null);
    }

    private static final class Rule {
        private final Fault fault;
        private final Pattern path;
        private long matched;

        private Rule(Fault fault) {
            this.fault = fault;
            path = Pattern.compile(fault.path());
        }

        private boolean matches(String method, String requestPath) {
            boolean sameMethod = fault.method() == null || fault.method().equalsIgnoreCase(method);
            return sameMethod && path.matcher(requestPath).matches();
        }

        private boolean strikes(SplittableRandom random) {
            matched++;
            return fault.occurrences().include(matched, random);
        }
    }

    /** Returns the number under which the fault can be removed. */
    public synchronized long add(Fault fault) {
        rules.put(++lastNumber, new Rule(fault));
        return lastNumber;
    }

    /** Returns whether there was such a fault. */
    public synchronized boolean remove(long number) {
        return rules.remove(number) != null;
    }

    public synchronized void clear() {
        rules.clear();
    }

    /** No faults, and those that come strike as they would have from the beginning. */
    public synchronized void reset() {
        rules.clear();
        lastNumber = 0;
        random = new SplittableRandom(seed);
    }

    public synchronized Map<Long, Fault> inForce() {
        Map<Long, Fault> faults = new LinkedHashMap<>();
        rules.forEach((number, rule) -> faults.put(number, rule.fault));
        return faults;
    }

    synchronized Strike strike(String method, String path) {
        if (rules.isEmpty()) {
            return Strike.NONE;
        }
        List<UserAction> actions = new ArrayList<>();
        Fault struck = null;
        for (Rule rule : rules.values()) {
            if (!rule.matches(method, path) || !rule.strikes(random)) {
                continue;
            }
            if (rule.fault.action() != null) {
                actions.add(rule.fault.action());
            } else if (struck == null) {
                struck = rule.fault;
            }
        }
        return new Strike(actions, struck);
    }
}
