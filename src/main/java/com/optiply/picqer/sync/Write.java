package com.optiply.picqer.sync;

import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Action;
import com.optiply.picqer.store.Link;
import com.optiply.picqer.store.Standing;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One change to one Optiply record, ready to be sent.
 *
 * @param before the link as it stands now; its Optiply id is null for a create
 * @param after the attributes that the record has once Optiply acknowledges
 * @param changes the attributes to send: all for a create, those that differ for a patch
 * @param standing how the record stands once Optiply acknowledges
 * @param reason of that standing; null when it is sent
 */
public record Write(
        Action action, Link before, Attributes after, Attributes changes, Standing standing, @Nullable String reason) {

    public RemoteId remoteId() {
        return before.remoteId();
    }

    /** Of the record to change; there is none yet for a create. */
    public Optional<OptiplyId> optiplyId() {
        return Optional.ofNullable(before.optiplyId());
    }

    /** The link as it stands once Optiply acknowledged. */
    public Link acknowledged(OptiplyId id, @Nullable String uuid) {
        String known = uuid == null ? before.optiplyUuid() : uuid;
        return LinkStates.standing(LinkStates.linked(before, id, known, after), standing, reason);
    }

    /** The link when Optiply refused: what it acknowledged before still holds. */
    public Link refused(ParkReason why) {
        return LinkStates.standing(before, Standing.PARK, why.code());
    }

    /**
     * The link when nobody knows whether Optiply took the changes: what was sent counts as unknown, so that the next
     * run sends these attributes whatever they then are.
     */
    public Link doubtful(ParkReason why) {
        return LinkStates.standing(LinkStates.unknown(before, changes), Standing.PARK, why.code());
    }

    /** The same as a create, for a record that Optiply no longer has. */
    public Write anew() {
        return new Write(Action.CREATE, LinkStates.unlinked(before), after, after, standing, reason);
    }
}
