package com.optiply.picqer.sync.export;

import com.optiply.picqer.mapping.buyorder.ExportMarkers;
import com.optiply.picqer.mapping.placedorder.PlannedDraft;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.FoundPurchaseOrder;
import com.optiply.picqer.picqer.PurchaseOrderStatus;
import com.optiply.picqer.store.row.Candidate;
import com.optiply.picqer.store.row.Export;
import com.optiply.picqer.store.row.ExportState;
import com.optiply.picqer.sync.run.Run;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which purchase order is which Optiply order, among those that bear its mark: the oldest that is free. Pure. */
final class Claims {
    private final Map<OptiplyId, Candidate> existing;
    private final Set<OptiplyId> taken;

    /**
     * @param existing the Optiply orders that are there and not linked
     * @param taken those among them that are known to be in Picqer as some purchase order
     */
    Claims(Map<OptiplyId, Candidate> existing, Set<OptiplyId> taken) {
        this.existing = existing;
        this.taken = Set.copyOf(taken);
    }

    /**
     * A purchase order that says which Optiply order it is.
     *
     * @param claimed what it says, the likeliest first
     * @param isFree whether it is nobody's yet
     */
    record Claimant(FoundPurchaseOrder order, List<OptiplyId> claimed, boolean isFree) {
        RemoteId id() {
            return new RemoteId(order.id().toString());
        }
    }

    /** @param isFirst whether no other purchase order that claims the same is older, be it free or not */
    record Granted(OptiplyId optiply, FoundPurchaseOrder order, boolean isFirst) {
        /**
         * One that was planned has arrived, if it is the first and as it was planned: its flow goes on with it from
         * there. Of any other concept that bears our mark nobody knows whether it shall be bought: its flow asks a
         * person.
         */
        Export export(Run run, @Nullable Export planned) {
            RemoteId there = new RemoteId(order.id().toString());
            if (planned != null) {
                boolean isOurs = isFirst && PlannedDraft.of(planned.draft()).isIn(order);
                return (isOurs ? planned : planned.bySomebodyElse()).as(there, ExportState.CREATED);
            }
            return Export.found(run.customer().name(), optiply, there, run.id())
                    .in(isLeftAsItIs(run) ? ExportState.DONE : ExportState.CREATED);
        }

        private boolean isLeftAsItIs(Run run) {
            boolean isOrdered = order.status()
                    .filter(status -> status != PurchaseOrderStatus.CONCEPT)
                    .isPresent();
            return isOrdered || run.customer().export().asConcept() || !ExportMarkers.isOurs(order, optiply);
        }
    }

    /** @param claimants the oldest first */
    List<Granted> granted(List<Claimant> claimants) {
        List<Granted> granted = new ArrayList<>();
        Set<OptiplyId> gone = new HashSet<>(taken);
        Set<OptiplyId> claimed = new HashSet<>();
        for (Claimant claimant : claimants) {
            if (claimant.isFree()) {
                claimant.claimed().stream()
                        .filter(claim -> !gone.contains(claim) && isFree(existing.get(claim), claimant.id()))
                        .findFirst()
                        .ifPresent(claim -> {
                            gone.add(claim);
                            granted.add(new Granted(claim, claimant.order(), !claimed.contains(claim)));
                        });
            }
            claimed.addAll(claimant.claimed());
        }
        return granted;
    }

    /** Whether others may claim the same: not what bears the id of a purchase order in our coupling. */
    boolean isOpen(OptiplyId claim) {
        Candidate candidate = existing.get(claim);
        return candidate != null && candidate.remoteId() == null && !taken.contains(claim);
    }

    /** One that bears the id of another purchase order in our coupling is that order. */
    private static boolean isFree(@Nullable Candidate candidate, RemoteId order) {
        return candidate != null
                && (candidate.remoteId() == null || candidate.remoteId().equals(order));
    }
}
