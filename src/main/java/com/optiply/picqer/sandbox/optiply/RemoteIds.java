package com.optiply.picqer.sandbox.optiply;

import com.optiply.picqer.sandbox.optiply.OptiplySwitches.DuplicateRemoteId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A {@code remoteId} comes in for one coupling and is shown in {@code remoteIdMap} among those of the others. */
final class RemoteIds {
    private final World world;

    RemoteIds(World world) {
        this.world = world;
    }

    String keyOf(Coupling coupling) {
        return switch (world.switches().remoteIdKey()) {
            case COUPLING_ID -> Long.toString(coupling.id()).intern();
            case COUPLING_NAME -> coupling.name();
        };
    }

    /** Refuses a remote id that cannot be stored, before anything is. */
    void check(Account account, Change change, Author author, boolean creating) {
        Object remoteId = change.get("remoteId");
        if (remoteId == null) {
            return;
        }
        Optional<String> key = key(author);
        boolean duplicate = creating
                && world.switches().duplicateRemoteId() == DuplicateRemoteId.CONFLICT
                && key.isPresent()
                && !account.table(change.type())
                        .whereRemoteId(key.get(), (String) remoteId)
                        .isEmpty();
        if (duplicate) {
            throw ApiException.conflict("remoteId already exists for this coupling");
        }
    }

    void apply(Change change, Author author, @Nullable Object[] values) {
        Optional<String> key = change.gives("remoteId") ? key(author) : Optional.empty();
        if (key.isEmpty()) {
            return;
        }
        int slot = change.type().slot("remoteIdMap");
        Map<String, String> remoteIds = new TreeMap<>();
        ((Map<?, ?>) Objects.requireNonNull(values[slot]))
                .forEach((coupling, remoteId) -> remoteIds.put((String) coupling, (String) remoteId));
        Object remoteId = change.get("remoteId");
        if (remoteId == null) {
            remoteIds.remove(key.get());
        } else {
            remoteIds.put(key.get(), (String) remoteId);
        }
        values[slot] = lean(remoteIds);
    }

    /** Almost every map has one entry, and there are hundreds of thousands of them; several are shown sorted. */
    private static Map<String, String> lean(Map<String, String> remoteIds) {
        return remoteIds.size() > 1 ? remoteIds : Map.copyOf(remoteIds);
    }

    /** Empty: there is no place to store it. */
    private Optional<String> key(Author author) {
        return author.coupling().map(this::keyOf).or(this::keyWithoutCoupling);
    }

    private Optional<String> keyWithoutCoupling() {
        return switch (world.switches().remoteIdWithoutCoupling()) {
            case IGNORE -> Optional.empty();
            case STORE_UNDER_NULL -> Optional.of("null");
            case REFUSE -> throw ApiException.badRequest("remoteId needs a couplingId");
        };
    }
}
