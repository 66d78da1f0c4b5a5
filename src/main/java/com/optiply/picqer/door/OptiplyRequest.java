package com.optiply.picqer.door;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request to Optiply.
 *
 * <p>The door adds {@code accountId} and {@code couplingId} to every write; a read restricts itself with
 * {@code filter[accountId]}.
 *
 * @param path below the base URL, beginning with a slash
 * @param body JSON
 * @param answers statuses beyond the good ones that are an answer to it and no failure
 */
public record OptiplyRequest(Method method, String path, Query query, byte @Nullable [] body, Set<Integer> answers)
        implements DoorRequest {
    public OptiplyRequest {
        DoorRequest.requireSound(path);
    }

    public static OptiplyRequest get(String path, Query query) {
        return new OptiplyRequest(Method.GET, path, query, null, Set.of());
    }

    public static OptiplyRequest post(String path, byte[] body) {
        return new OptiplyRequest(Method.POST, path, Query.NONE, body, Set.of());
    }

    public static OptiplyRequest patch(String path, byte[] body) {
        return new OptiplyRequest(Method.PATCH, path, Query.NONE, body, Set.of());
    }

    public static OptiplyRequest delete(String path) {
        return new OptiplyRequest(Method.DELETE, path, Query.NONE, null, Set.of());
    }

    /** The same request, to which these statuses are an answer as well: a record that is not there, say. */
    public OptiplyRequest orAnswer(Integer... statuses) {
        Set<Integer> all = new HashSet<>(answers);
        all.addAll(Set.of(statuses));
        return new OptiplyRequest(method, path, query, body, Set.copyOf(all));
    }

    @Override
    public boolean isAnsweredBy(int status) {
        return answers.contains(status);
    }
}
