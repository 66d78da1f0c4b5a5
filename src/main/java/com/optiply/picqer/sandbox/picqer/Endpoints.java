package com.optiply.picqer.sandbox.picqer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which path and method lead where, and which keys get in. Filled once, then only read. */
final class Endpoints {
    private static final String NUMBER = "{id}";
    private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");

    private final Map<String, List<Endpoint>> byMethod = new HashMap<>();

    /** Which keys an endpoint lets in. */
    enum Access {
        EVERY_KEY,
        ADMIN_KEYS,
        /** Open for warehouses and receipts: a switch says whether fulfilment keys get in. */
        SWITCHED
    }

    interface Handler {
        Reply answer(Call call);
    }

    record Endpoint(String[] pattern, Access access, Handler handler) {
        boolean matches(String[] path) {
            if (path.length != pattern.length) {
                return false;
            }
            for (int i = 0; i < pattern.length; i++) {
                boolean number = pattern[i].equals(NUMBER);
                if (number ? !DIGITS.matcher(path[i]).matches() : !pattern[i].equals(path[i])) {
                    return false;
                }
            }
            return true;
        }

        List<Long> ids(String[] path) {
            List<Long> ids = new ArrayList<>(2);
            for (int i = 0; i < pattern.length; i++) {
                if (pattern[i].equals(NUMBER)) {
                    ids.add(Long.parseLong(path[i]));
                }
            }
            return ids;
        }
    }

    void add(String method, String pattern, Access access, Handler handler) {
        byMethod.computeIfAbsent(method, m -> new ArrayList<>()).add(new Endpoint(segments(pattern), access, handler));
    }

    Optional<Endpoint> find(String method, String[] path) {
        return byMethod.getOrDefault(method, List.of()).stream()
                .filter(endpoint -> endpoint.matches(path))
                .findFirst();
    }

    static String[] segments(String path) {
        return path.substring(1).split("/");
    }
}
