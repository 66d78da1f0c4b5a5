package com.optiply.picqer.optiply;

/** How a source record is named to Optiply ({@code remoteId}): for a product, Picqer's {@code idproduct} as text. */
public record RemoteId(String value) implements Comparable<RemoteId> {
    @Override
    public int compareTo(RemoteId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
