package com.optiply.picqer.sync.compare;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.mapping.Adjustment;
import com.optiply.picqer.mapping.Days;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.Filter;
import com.optiply.picqer.mapping.Decision.Keep;
import com.optiply.picqer.mapping.Decision.OnFixedChange;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.store.row.Sighting;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.guard.GuardedChange;
import com.optiply.picqer.sync.link.AdjustmentsText;
import com.optiply.picqer.sync.link.LinkStates;
import com.optiply.picqer.sync.link.PriceNotes;
import com.optiply.picqer.sync.link.Write;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds decisions against what Optiply last acknowledged. Pure.
 *
 * @param run that read the records, in the list {@code leg}
 * @param refused attributes that are not looked at, because this Optiply does not accept them (any more)
 */
record Verdicts(CustomerName customer, Kind kind, RunId run, Leg leg, Set<String> refused) {

    /** The verdict on one decision; {@code known} is the link of its record, null when it was never seen before. */
    Verdict on(Decision decision, @Nullable Link known) {
        Link link = seen(decision, known);
        return decision.fold(
                send -> isForAPerson(known) ? deleted(link) : onSend(send, leaving(send, link)),
                filter -> onFilter(filter, link),
                park -> isForAPerson(known)
                        ? deleted(link)
                        : new Verdict.Parked(link.parked(park.reason()), park.reason(), park.detail(), park.awaits()),
                keep -> isForAPerson(known) ? deleted(link) : onKeep(link));
    }

    /** Somebody deleted it in Optiply, and it is not ours to make it again (mapping.md, "Products"). */
    private static boolean isForAPerson(@Nullable Link known) {
        return known != null && known.isParkedFor(ParkReason.DELETED_IN_OPTIPLY);
    }

    private static Verdict deleted(Link link) {
        return new Verdict.Parked(link, ParkReason.DELETED_IN_OPTIPLY, "Optiply had it as " + link.optiplyId(), null);
    }

    /**
     * What else we would say of a record that has none, and leave to Optiply's users for now, is theirs to set and to
     * take away: nobody knows it from here on, so that no comparison puts back what was there before.
     */
    private Link leaving(Send send, Link link) {
        Set<String> left = new HashSet<>(kind.emptied());
        left.retainAll(send.untouched());
        return left.isEmpty() ? link : LinkStates.unknown(link, left);
    }

    private Verdict onSend(Send send, Link link) {
        if (link.attributes() == null) {
            return new Verdict.Differs(Write.create(link, send));
        }
        if (send.untouched().isEmpty() && send.attributes().json().equals(link.attributes())) {
            return unchanged(link);
        }
        Attributes acknowledged = LinkStates.acknowledged(link).without(refused);
        Attributes target = target(send, acknowledged);
        Attributes changes = acknowledged.changesTo(target);
        if (changes.isEmpty()) {
            return unchanged(link);
        }
        if (link.optiplyId() == null) {
            return new Verdict.Differs(Write.create(link, send));
        }
        return changes.hasAny(kind.fixed())
                ? onFixedChange(send, link, changes)
                : patch(Write.patch(link, target, changes, Standing.SEND, null), acknowledged);
    }

    private static Attributes target(Send send, Attributes acknowledged) {
        Attributes target = send.attributes().taking(send.untouched(), acknowledged);
        Days days = send.days();
        return days == null ? target : target.taking(days.same(acknowledged, target), acknowledged);
    }

    private static Verdict unchanged(Link link) {
        return new Verdict.Unchanged(link.standing(Standing.SEND, null));
    }

    private Verdict onFixedChange(Send send, Link link, Attributes changes) {
        if (send.onFixedChange() == OnFixedChange.REPLACE) {
            return new Verdict.Differs(Write.replace(link, send));
        }
        Link parked = link.parked(ParkReason.SUPPLIER_CHANGED);
        return new Verdict.Parked(
                parked,
                ParkReason.SUPPLIER_CHANGED,
                "Optiply's " + link.optiplyId() + " would become " + changes.only(kind.fixed()),
                null);
    }

    private Verdict onFilter(Filter filter, Link link) {
        Standing standing = standing(filter);
        String reason = filter.reason().code();
        if (link.optiplyId() == null) {
            Link left = link.unlinked().standing(standing, reason);
            return new Verdict.Filtered(left, filter.reason());
        }
        if (filter.whenSent().isDeleted()) {
            return new Verdict.Guarded(Write.delete(link, standing, reason), deletion(filter));
        }
        Attributes acknowledged = LinkStates.acknowledged(link).without(refused);
        Attributes target = acknowledged.with(filter.whenSent().hiddenBy());
        Attributes changes = acknowledged.changesTo(target);
        if (changes.isEmpty()) {
            return new Verdict.Filtered(link.standing(standing, reason), filter.reason());
        }
        return patch(Write.patch(link, target, changes, standing, reason), acknowledged);
    }

    private static HoldAction deletion(Filter filter) {
        return switch (filter.whenSent().approval()) {
            case NONE -> HoldAction.DELETE;
            case IN_USE -> HoldAction.DELETE_IN_USE;
            case VANISHED -> HoldAction.DELETE_VANISHED;
        };
    }

    /** One that is not there cannot stay as it is: that costs it alone, and no other record of the run. */
    private static Verdict onKeep(Link link) {
        if (link.optiplyId() != null) {
            return isHeld(link) ? new Verdict.Unchanged(link) : unchanged(link);
        }
        Link parked = link.parked(ParkReason.MAPPING_FAILED);
        return new Verdict.Parked(
                parked, ParkReason.MAPPING_FAILED, "It is to stay as it was sent, and is not in Optiply.", null);
    }

    /** It stays so too: nothing was learnt of it that a person would want to know before it is let through. */
    private static boolean isHeld(Link link) {
        return link.isParkedFor(ParkReason.HELD);
    }

    private static Verdict patch(Write write, Attributes acknowledged) {
        Optional<HoldAction> guarded = GuardedChange.of(acknowledged, write.changes());
        return guarded.<Verdict>map(action -> new Verdict.Guarded(write, action))
                .orElseGet(() -> new Verdict.Differs(write));
    }

    private static Standing standing(Filter filter) {
        return filter.reason() == FilterReason.GONE ? Standing.GONE : Standing.FILTER;
    }

    /** The link with what this reading says about the record whatever the rules decide. */
    private Link seen(Decision decision, @Nullable Link known) {
        RemoteId parent = decision.subject().parent();
        Sighting now = new Sighting(run, leg);
        String adjustments = adjustments(decision, known);
        if (known == null) {
            return Link.of(customer, kind, decision.remoteId(), decision.label(), Standing.SEND, null, now)
                    .within(parent)
                    .adjusted(adjustments);
        }
        return known.labelled(decision.label())
                .within(parent == null ? known.parent() : parent)
                .adjusted(adjustments)
                .seen(isPresent(decision) ? now : known.sighting());
    }

    /** What is gone was not seen: it must stay absent until it is seen again. */
    private static boolean isPresent(Decision decision) {
        return !(decision instanceof Filter filter && filter.reason() == FilterReason.GONE);
    }

    /** Of a product that nobody could read they stay: lines go by the price that they tell. */
    private @Nullable String adjustments(Decision decision, @Nullable Link known) {
        if (decision instanceof Send send) {
            List<Adjustment> adjustments = send.adjustments();
            return adjustments.isEmpty() ? null : AdjustmentsText.json(adjustments);
        }
        if (known == null) {
            return null;
        }
        if (decision instanceof Filter filter && filter.price() != null) {
            return PriceNotes.ofUnsent(filter.price(), known);
        }
        return decision instanceof Keep || kind == Kind.PRODUCTS ? known.adjustments() : null;
    }
}
