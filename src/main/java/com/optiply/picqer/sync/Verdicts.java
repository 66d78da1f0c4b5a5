package com.optiply.picqer.sync;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.mapping.Adjustment;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.Filter;
import com.optiply.picqer.mapping.Decision.Park;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.store.Action;
import com.optiply.picqer.store.HoldAction;
import com.optiply.picqer.store.Leg;
import com.optiply.picqer.store.Link;
import com.optiply.picqer.store.RunId;
import com.optiply.picqer.store.Standing;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds decisions against what Optiply last acknowledged. Pure.
 *
 * @param run that read the records, in the list {@code leg}
 */
record Verdicts(CustomerName customer, Kind kind, RunId run, Leg leg) {

    /** The verdict on one decision; {@code known} is the link of its record, null when it was never seen before. */
    Verdict on(Decision decision, @Nullable Link known) {
        Link link = seen(decision, known);
        return decision.fold(
                send -> onSend(send, link),
                filter -> onFilter(filter, link),
                park -> new Verdict.Parked(parked(link, park), park.reason(), park.detail()));
    }

    private static Verdict onSend(Send send, Link link) {
        if (link.optiplyId() == null) {
            return new Verdict.Differs(
                    new Write(Action.CREATE, link, send.attributes(), send.attributes(), Standing.SEND, null));
        }
        if (send.untouched().isEmpty() && send.attributes().json().equals(link.attributes())) {
            return new Verdict.Unchanged(LinkStates.standing(link, Standing.SEND, null));
        }
        Attributes acknowledged = LinkStates.acknowledged(link);
        Attributes target = send.attributes().taking(send.untouched(), acknowledged);
        Attributes changes = acknowledged.changesTo(target);
        if (changes.isEmpty()) {
            return new Verdict.Unchanged(LinkStates.standing(link, Standing.SEND, null));
        }
        return patch(new Write(Action.PATCH, link, target, changes, Standing.SEND, null), acknowledged);
    }

    private static Verdict onFilter(Filter filter, Link link) {
        Standing standing = standing(filter);
        String reason = filter.reason().code();
        Attributes acknowledged = LinkStates.acknowledged(link);
        Attributes target = acknowledged.with(filter.whenSent());
        Attributes changes = acknowledged.changesTo(target);
        if (link.optiplyId() == null || changes.isEmpty()) {
            return new Verdict.Filtered(LinkStates.standing(link, standing, reason), filter.reason());
        }
        return patch(new Write(Action.PATCH, link, target, changes, standing, reason), acknowledged);
    }

    private static Verdict patch(Write write, Attributes acknowledged) {
        Optional<HoldAction> guarded = GuardedChange.of(acknowledged, write.changes());
        return guarded.<Verdict>map(action -> new Verdict.Guarded(write, action))
                .orElseGet(() -> new Verdict.Differs(write));
    }

    private static Standing standing(Filter filter) {
        return switch (filter.reason()) {
            case GONE -> Standing.GONE;
            case INACTIVE, UNLIMITED_STOCK, ASSEMBLED, WRITES_OFF -> Standing.FILTER;
        };
    }

    private static Link parked(Link link, Park park) {
        return LinkStates.standing(link, Standing.PARK, park.reason().code());
    }

    /** The link with what this reading says about the record whatever the rules decide. */
    private Link seen(Decision decision, @Nullable Link known) {
        return new Link(
                customer,
                kind,
                decision.remoteId(),
                decision.label(),
                known == null ? null : known.optiplyId(),
                known == null ? null : known.optiplyUuid(),
                known == null ? null : known.attributes(),
                known == null ? Standing.SEND : known.standing(),
                known == null ? null : known.reason(),
                adjustments(decision),
                known == null || isPresent(decision) ? run : known.seenRun(),
                known == null || isPresent(decision) ? leg : known.seenLeg());
    }

    /** What is gone was not seen: it must stay absent until it is seen again. */
    private static boolean isPresent(Decision decision) {
        return !(decision instanceof Filter filter && filter.reason() == FilterReason.GONE);
    }

    private static @Nullable String adjustments(Decision decision) {
        List<Adjustment> adjustments = decision instanceof Send send ? send.adjustments() : List.of();
        return adjustments.isEmpty() ? null : AdjustmentsText.json(adjustments);
    }
}
