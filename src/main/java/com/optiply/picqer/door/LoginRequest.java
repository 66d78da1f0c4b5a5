package com.optiply.picqer.door;

import org.jspecify.annotations.Nullable;

/**
 * A request for an Optiply token. It carries nothing: the settings say who asks. Although it is a POST it changes
 * nothing, so it may be repeated.
 */
record LoginRequest(String path) implements DoorRequest {

    @Override
    public Method method() {
        return Method.POST;
    }

    @Override
    public Query query() {
        return Query.of("grant_type", "password");
    }

    @Override
    public byte @Nullable [] body() {
        return null;
    }

    @Override
    public boolean isWrite() {
        return false;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }
}
