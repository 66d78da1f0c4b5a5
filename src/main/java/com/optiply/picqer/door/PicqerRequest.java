package com.optiply.picqer.door;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request to Picqer.
 *
 * @param path below the base URL, beginning with a slash
 * @param body JSON
 * @param answers statuses beyond the good ones that are an answer to it and no failure
 */
public record PicqerRequest(Method method, String path, Query query, byte @Nullable [] body, Set<Integer> answers)
        implements DoorRequest {
    public PicqerRequest {
        DoorRequest.requireSound(path);
    }

    public static PicqerRequest get(String path, Query query) {
        return new PicqerRequest(Method.GET, path, query, null, Set.of());
    }

    public static PicqerRequest post(String path, byte[] body) {
        return new PicqerRequest(Method.POST, path, Query.NONE, body, Set.of());
    }

    public static PicqerRequest put(String path, byte[] body) {
        return new PicqerRequest(Method.PUT, path, Query.NONE, body, Set.of());
    }

    /** The same request, to which these statuses are an answer as well: a record that is not there, say. */
    public PicqerRequest orAnswer(Integer... statuses) {
        Set<Integer> all = new HashSet<>(answers);
        all.addAll(Set.of(statuses));
        return new PicqerRequest(method, path, query, body, Set.copyOf(all));
    }

    @Override
    public boolean isAnsweredBy(int status) {
        return answers.contains(status);
    }
}
