package com.optiply.picqer.sync.compare;

import static com.optiply.picqer.sync.SampleLinks.IN_OPTIPLY;
import static com.optiply.picqer.sync.SampleLinks.NOW;
import static com.optiply.picqer.sync.SampleLinks.link;
import static com.optiply.picqer.sync.SampleLinks.linked;
import static com.optiply.picqer.sync.SampleLinks.unlinked;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.mapping.Days;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.Decision.OnFixedChange;
import com.optiply.picqer.mapping.Decision.Send;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.mapping.WhenSent;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.link.Write;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What decisions about buy orders come to: what cannot be changed, is deleted, or is a person's to decide. */
class VerdictsOnOrdersTest {
    private static final Subject ORDER = Subject.of("1", "PO-1");
    private static final String SENT = "{\"supplierId\":7,\"totalValue\":10.00}";
    private static final Link DELETED_THERE = link(IN_OPTIPLY, SENT, Standing.PARK, "deleted_in_optiply");

    private final Verdicts verdicts = new Verdicts(Acme.NAME, Kind.BUY_ORDERS, NOW, Leg.ACTIVE, Set.of());

    @Test
    void anOrderOfAnotherSupplierIsReplaced() {
        Write write = differs(verdicts.on(send("{\"supplierId\":8,\"totalValue\":10.00}"), linked(SENT)));

        assertThat(write.isReplacing()).isTrue();
        assertThat(write.anew().changes().get("supplierId").asLong()).isEqualTo(8);
    }

    @Test
    void anOrderOfAnotherSupplierThatOptiplyMadeWaitsForAPerson() {
        Send own = send("{\"supplierId\":8,\"totalValue\":11.00}").onFixedChange(OnFixedChange.PARK);

        Verdict.Parked parked = parked(verdicts.on(own, linked(SENT)));

        assertThat(parked.reason()).isEqualTo(ParkReason.SUPPLIER_CHANGED);
        assertThat(parked.detail()).isEqualTo("Optiply's 1001 would become {\"supplierId\":8}");
        assertThat(parked.link().standing()).isEqualTo(Standing.PARK);
        assertThat(parked.link().reason()).isEqualTo("supplier_changed");
    }

    @Test
    void anOrderThatOptiplyMadeIsChangedInAllElse() {
        Send own = send("{\"supplierId\":7,\"totalValue\":11.00}").onFixedChange(OnFixedChange.PARK);

        assertThat(differs(verdicts.on(own, linked(SENT))).changes().json()).isEqualTo("{\"totalValue\":11.00}");
    }

    @Test
    void anotherHourOfTheSameDayIsNoChange() {
        Send midnight = send("{\"expectedDeliveryDate\":\"2026-01-19T23:00:00Z\"}");
        Link nine = linked("{\"expectedDeliveryDate\":\"2026-01-20T08:00:00Z\"}");
        Days days = new Days(ZoneId.of("Europe/Amsterdam"), Set.of("expectedDeliveryDate"));

        assertThat(verdicts.on(midnight.comparingDays(days), nine)).isInstanceOf(Verdict.Unchanged.class);
        assertThat(verdicts.on(midnight, nine)).isInstanceOf(Verdict.Differs.class);
    }

    @Test
    void whatAUserDeletedInOptiplyIsNeitherSentNorKeptUntilAPersonDecides() {
        Verdict.Parked sent = parked(verdicts.on(send(SENT), DELETED_THERE));

        assertThat(sent.reason()).isEqualTo(ParkReason.DELETED_IN_OPTIPLY);
        assertThat(sent.detail()).isEqualTo("Optiply had it as 1001");
        assertThat(sent.link().sighting().run()).isEqualTo(NOW);
        assertThat(parked(verdicts.on(new Decision.Keep(ORDER), DELETED_THERE)).reason())
                .isEqualTo(ParkReason.DELETED_IN_OPTIPLY);
    }

    @Test
    void whatWasParkedForAnotherReasonIsSent() {
        Link refused = link(IN_OPTIPLY, SENT, Standing.PARK, "rejected");

        assertThat(verdicts.on(send("{\"supplierId\":7,\"totalValue\":11.00}"), refused))
                .isInstanceOf(Verdict.Differs.class);
    }

    @Test
    void whatARuleDeletesIsAskedOfTheGuards() {
        Verdict.Guarded few = guarded(verdicts.on(filter(WhenSent.DELETED), linked(SENT)));
        Verdict.Guarded inUse = guarded(verdicts.on(filter(WhenSent.DELETED_IF_APPROVED), linked(SENT)));

        assertThat(few.action()).isEqualTo(HoldAction.DELETE);
        assertThat(few.write().action()).isEqualTo(Action.DELETE);
        assertThat(few.write().reason()).isEqualTo("no_lines");
        assertThat(inUse.action()).isEqualTo(HoldAction.DELETE_IN_USE);
        assertThat(guarded(verdicts.on(filter(WhenSent.DELETED_IF_VANISHED), linked(SENT)))
                        .action())
                .isEqualTo(HoldAction.DELETE_VANISHED);
    }

    @Test
    void whatARuleDeletesAndIsNotInOptiplyIsOnlyNoted() {
        Verdict verdict = verdicts.on(filter(WhenSent.DELETED), link(null, SENT, Standing.SEND, null));

        assertThat(verdict).isInstanceOf(Verdict.Filtered.class);
        assertThat(verdict.link().attributes()).as("nothing is there").isNull();
    }

    @Test
    void whatIsLeftAsItIsKeepsWhatOptiplyHas() {
        Verdict verdict = verdicts.on(filter(WhenSent.LEFT), linked(SENT));

        assertThat(verdict).isInstanceOf(Verdict.Filtered.class);
        assertThat(verdict.link().optiplyId()).isEqualTo(IN_OPTIPLY);
        assertThat(verdict.link().attributes()).isEqualTo(SENT);
    }

    @Test
    void aLineThatWentWithItsOrderIsThereAsItWasSentAndIsMadeWhereItDiffers() {
        Link travelled = link(null, SENT, Standing.SEND, null);

        assertThat(verdicts.on(send(SENT), travelled)).isInstanceOf(Verdict.Unchanged.class);
        assertThat(differs(verdicts.on(send("{\"supplierId\":7,\"totalValue\":11.00}"), travelled))
                        .action())
                .isEqualTo(Action.CREATE);
    }

    @Test
    void whatStaysAsItWasDecidedKeepsItsAdjustments() {
        Link before = adjusted("[[\"lines_merged\",\"2 lines\",\"5 pieces\"]]");

        Verdict verdict = verdicts.on(new Decision.Keep(ORDER), before);

        assertThat(verdict).isInstanceOf(Verdict.Unchanged.class);
        assertThat(verdict.link().adjustments()).isEqualTo(before.adjustments());
        assertThat(verdicts.on(send(SENT), before).link().adjustments()).isNull();
    }

    @Test
    void whatIsNotThereCannotStayAsItWasAndCostsNoOther() {
        Verdict.Parked unknown = parked(verdicts.on(new Decision.Keep(ORDER), null));
        Verdict.Parked deleted = parked(verdicts.on(new Decision.Keep(ORDER), unlinked(Standing.GONE, "gone")));

        assertThat(unknown.reason()).isEqualTo(ParkReason.MAPPING_FAILED);
        assertThat(deleted.link().standing()).isEqualTo(Standing.PARK);
    }

    @Test
    void aRecordKeepsItsParentWhereAReadingNamesNone() {
        Link known = verdicts.on(
                        Send.of(Subject.within(new RemoteId("5"), "1", "S-1"), Attributes.parse(SENT), List.of()), null)
                .link();

        assertThat(known.parent()).isEqualTo(new RemoteId("5"));
        assertThat(verdicts.on(send(SENT), known).link().parent()).isEqualTo(new RemoteId("5"));
    }

    private static Link adjusted(String adjustments) {
        return linked(SENT).adjusted(adjustments);
    }

    private static Send send(String attributes) {
        return Send.of(ORDER, Attributes.parse(attributes), List.of());
    }

    private static Decision filter(WhenSent whenSent) {
        return new Decision.Filter(ORDER, FilterReason.NO_LINES, whenSent);
    }

    private static Write differs(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Differs.class);
        return ((Verdict.Differs) verdict).write();
    }

    private static Verdict.Parked parked(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Parked.class);
        return (Verdict.Parked) verdict;
    }

    private static Verdict.Guarded guarded(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Guarded.class);
        return (Verdict.Guarded) verdict;
    }
}
