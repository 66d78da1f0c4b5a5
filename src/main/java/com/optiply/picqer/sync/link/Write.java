package com.optiply.picqer.sync.link;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.Digest;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.composition.WithoutParts;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyBuyOrderLine;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Standing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One change to one Optiply record, ready to be sent.
 *
 * @param before the link as it stands now; its Optiply id is null for a create
 * @param after the attributes that the record has once Optiply acknowledges
 * @param changes the attributes to send: all for a create, those that differ for a patch, none for a delete
 * @param lines records that travel in its create, each its product's only one (contract: Optiply 6.4 and 6.6)
 * @param standing how the record stands once Optiply acknowledges; a record that is deleted and still to be sent is
 *     created anew at once
 * @param reason of that standing; null when it is sent
 */
public record Write(
        Action action,
        Link before,
        Attributes after,
        Attributes changes,
        List<Send> lines,
        Standing standing,
        @Nullable String reason) {
    private static final String ORDER_LINES = "orderLines";

    public static Write create(Link link, Send send) {
        return create(link, send.attributes(), travelling(send), Standing.SEND, null);
    }

    private static Write create(
            Link link, Attributes attributes, List<Send> lines, Standing standing, @Nullable String reason) {
        List<Attributes> nested = lines.stream().map(Send::attributes).toList();
        Attributes sent = link.kind().lines().isPresent() ? attributes.nesting(ORDER_LINES, nested) : attributes;
        return new Write(Action.CREATE, link.unlinked(), attributes, sent, lines, standing, reason);
    }

    public static Write patch(
            Link link, Attributes after, Attributes changes, Standing standing, @Nullable String reason) {
        return new Write(Action.PATCH, link, after, changes, List.of(), standing, reason);
    }

    public static Write delete(Link link, Standing standing, @Nullable String reason) {
        return new Write(Action.DELETE, link, Attributes.NONE, Attributes.NONE, List.of(), standing, reason);
    }

    /** Deleted and at once created anew, because what differs cannot be changed. */
    public static Write replace(Link link, Send send) {
        return new Write(
                Action.DELETE, link, send.attributes(), Attributes.NONE, travelling(send), Standing.SEND, null);
    }

    /** A sent create as its intent kept it: the lines went with it, but only Optiply knows them now. */
    public static Write resent(Link link, Attributes sent) {
        Attributes attributes = sent.without(Set.of(ORDER_LINES));
        return new Write(Action.CREATE, link, attributes, sent, List.of(), Standing.SEND, null);
    }

    /** What the record itself has of what was sent to create it. */
    public static Attributes ofRecord(Attributes sent) {
        return sent.without(Set.of(ORDER_LINES));
    }

    /** Optiply says nothing of lines it got with their order: only where a product stands once can it be told apart. */
    private static List<Send> travelling(Send send) {
        List<Send> lines = send.lines().stream()
                .filter(Send.class::isInstance)
                .map(Send.class::cast)
                .toList();
        Map<String, Long> lineCounts = lines.stream().collect(groupingBy(Write::product, counting()));
        return lines.stream()
                .filter(line -> lineCounts.getOrDefault(product(line), 0L) == 1)
                .toList();
    }

    private static String product(Decision.Send line) {
        JsonNode product = line.attributes().get(OptiplyBuyOrderLine.PRODUCT_ID);
        return product == null ? "" : product.asText();
    }

    public Kind kind() {
        return before.kind();
    }

    public RemoteId remoteId() {
        return before.remoteId();
    }

    /** Of the record to change; there is none yet for a create. */
    public Optional<OptiplyId> optiplyId() {
        return Optional.ofNullable(before.optiplyId());
    }

    /** The link as it stands once Optiply acknowledged. */
    public Link acknowledged(OptiplyId id, @Nullable String uuid) {
        if (action == Action.DELETE) {
            return before.unlinked().standing(standing, reason);
        }
        String known = uuid == null ? before.optiplyUuid() : uuid;
        return LinkStates.linked(before, id, known, after).standing(standing, reason);
    }

    /** The link when Optiply refused: what it acknowledged before still holds. */
    public Link refused(ParkReason why) {
        return before.parked(why);
    }

    /**
     * The link when nobody knows whether Optiply took the changes: what was sent counts as unknown, so that the next
     * run sends these attributes whatever they then are.
     */
    public Link doubtful(ParkReason why) {
        return LinkStates.unknown(before, changes).parked(why);
    }

    /**
     * Tells whether it is the same as one that Optiply refused: all that it is to come to, and not what differs. In
     * both of its forms it is the same, with parts and without them.
     */
    public String digest() {
        Attributes target = isAssembling(after) ? WithoutParts.hidden(after) : after;
        return Digest.of(action
                + target.json()
                + lines.stream().map(line -> line.attributes().json()).toList());
    }

    /**
     * This write in the form for a product without parts, if Optiply may have refused it for want of them. One that is
     * hidden so already is sent only when it has parts: then they are not the reason.
     */
    public Optional<Write> withoutParts() {
        if (action == Action.DELETE
                || !isAssembling(changes)
                || WithoutParts.isHidden(LinkStates.acknowledged(before))) {
            return Optional.empty();
        }
        return Optional.of(new Write(
                action, before, WithoutParts.hidden(after), WithoutParts.hidden(changes), lines, standing, reason));
    }

    /** Whether {@code assembled} is left out of it, and that is not known of the record yet. */
    public boolean isAdjustedForWantOfParts() {
        return kind() == Kind.PRODUCTS
                && standing == Standing.SEND
                && WithoutParts.isHidden(after)
                && !AdjustmentsText.parse(before.adjustments()).contains(WithoutParts.ADJUSTMENT);
    }

    private boolean isAssembling(Attributes attributes) {
        return kind() == Kind.PRODUCTS && WithoutParts.assembles(attributes);
    }

    /** Whether it only makes room for a new record in its place. */
    public boolean isReplacing() {
        return action == Action.DELETE && standing == Standing.SEND;
    }

    /** This write as a create, for a record that Optiply no longer has. */
    public Write anew() {
        return create(before, after, lines, standing, reason);
    }
}
