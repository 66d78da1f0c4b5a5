package com.optiply.picqer.sync.dropped;

import static com.optiply.picqer.optiply.OptiplySupplierProduct.PREFERRED;
import static com.optiply.picqer.optiply.OptiplySupplierProduct.PRODUCT_ID;
import static com.optiply.picqer.optiply.OptiplySupplierProduct.SUPPLIER_ID;

import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.store.row.Change;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.RowOutcome;
import com.optiply.picqer.store.row.Sighting;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.link.LinkStates;
import com.optiply.picqer.sync.link.UsersPairs;
import com.optiply.picqer.sync.run.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings the links of chosen pairs up to what Optiply was just seen to have, so that a write is compared with the
 * present and not with the last acknowledgement. A pair that Optiply's users made has a link only while a file is
 * about it. Confined to one thread.
 */
record ChosenLinks(Run run, PreferenceFacts facts, Instant at) {
    void save(Transaction tx, List<ChosenPair> chosen) {
        List<Link> links = new ArrayList<>();
        List<Change> arrived = new ArrayList<>();
        for (ChosenPair one : chosen) {
            links.add(seen(one, one.pair()));
            one.others().forEach(other -> links.add(seen(one, other)));
            arrived(one).ifPresent(arrived::add);
        }
        tx.links().save(links);
        tx.changes().append(arrived);
    }

    private Link seen(ChosenPair chosen, ChosenPair.Named pair) {
        Link known = facts.link(pair.remoteId());
        Attributes shown = Attributes.builder()
                .id(PRODUCT_ID, pair.listed().productId())
                .id(SUPPLIER_ID, pair.listed().supplierId())
                .flag(PREFERRED, pair.listed().isPreferred())
                .build();
        Link link = known == null ? notFromPicqer(chosen, pair) : standing(known);
        boolean isSame = pair.listed().optiplyId().equals(link.optiplyId());
        Attributes now = isSame ? LinkStates.acknowledged(link).with(shown) : shown;
        return LinkStates.linked(link, pair.listed().optiplyId(), uuid(link, pair), now);
    }

    private static Link standing(Link known) {
        return UsersPairs.isUsers(known) ? UsersPairs.standing(known) : known;
    }

    private static @Nullable String uuid(Link link, ChosenPair.Named pair) {
        return pair.listed().optiplyUuid() == null
                ? link.optiplyUuid()
                : pair.listed().optiplyUuid();
    }

    private Link notFromPicqer(ChosenPair chosen, ChosenPair.Named pair) {
        return Link.of(
                        run.customer().name(),
                        Kind.SUPPLIER_PRODUCTS,
                        pair.remoteId(),
                        chosen.row().sku(),
                        Standing.FILTER,
                        FilterReason.NOT_FROM_PICQER.code(),
                        Sighting.none())
                .within(chosen.product())
                .inOptiply(pair.listed().optiplyId(), pair.listed().optiplyUuid(), null);
    }

    /** The audit of what a run that broke off had sent, if it arrived without an answer. */
    private Optional<Change> arrived(ChosenPair chosen) {
        boolean isWanted = chosen.row().isWanted();
        Link known = facts.link(chosen.pair().remoteId());
        boolean isUnanswered = chosen.row().outcome() == RowOutcome.UNDER_WAY
                && chosen.pair().listed().isPreferred() == isWanted
                && known != null
                && LinkStates.acknowledged(known).has(PREFERRED)
                && LinkStates.isPreferred(known).isEmpty();
        return isUnanswered ? Optional.of(change(chosen, isWanted)) : Optional.empty();
    }

    private Change change(ChosenPair chosen, boolean isWanted) {
        return new Change(
                run.id(),
                at,
                run.customer().name(),
                Kind.SUPPLIER_PRODUCTS,
                chosen.pair().remoteId(),
                Action.PATCH,
                chosen.pair().listed().optiplyId(),
                flag(!isWanted),
                flag(isWanted));
    }

    private static String flag(boolean isPreferred) {
        return Attributes.builder().flag(PREFERRED, isPreferred).build().json();
    }
}
