package com.optiply.picqer.sync.compare;

import static com.optiply.picqer.sync.SampleLinks.BEFORE;
import static com.optiply.picqer.sync.SampleLinks.IN_OPTIPLY;
import static com.optiply.picqer.sync.SampleLinks.NOW;
import static com.optiply.picqer.sync.SampleLinks.link;
import static com.optiply.picqer.sync.SampleLinks.linked;
import static com.optiply.picqer.sync.SampleLinks.unlinked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.optiply.picqer.mapping.Adjustment;
import com.optiply.picqer.mapping.Adjustment.Rule;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.mapping.WhenSent;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.link.Write;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerdictsTest {
    private static final Subject HOSE_ONE = Subject.of("1", "S-1");
    private static final String HOSE = "{\"name\":\"Hose\",\"stockLevel\":10}";
    private static final String DISABLED = "{\"status\":\"disabled\"}";

    private final Verdicts verdicts = new Verdicts(Acme.NAME, Kind.PRODUCTS, NOW, Leg.ACTIVE, Set.of());

    @Test
    void whatWasNeverSeenIsCreatedAsAWhole() {
        Write write = differs(verdicts.on(send(HOSE), null));

        assertThat(write.action()).isEqualTo(Action.CREATE);
        assertThat(write.changes().json()).isEqualTo(HOSE);
        assertThat(write.before().sighting().run()).isEqualTo(NOW);
    }

    @Test
    void whatWasSeenButIsNotInOptiplyIsCreated() {
        assertThat(differs(verdicts.on(send(HOSE), unlinked(Standing.FILTER, "inactive")))
                        .action())
                .isEqualTo(Action.CREATE);
    }

    @Test
    void whatOptiplyAcknowledgedIsUnchangedWhateverTheOrder() {
        Verdict verdict = verdicts.on(send(HOSE), linked("{\"stockLevel\":10,\"name\":\"Hose\"}"));

        assertThat(verdict).isInstanceOf(Verdict.Unchanged.class);
        assertThat(verdict.link().sighting().leg()).isEqualTo(Leg.ACTIVE);
    }

    @Test
    void whatIsUnchangedAndWasParkedIsSentAgain() {
        Verdict verdict = verdicts.on(send(HOSE), link(IN_OPTIPLY, HOSE, Standing.PARK, "rejected"));

        assertThat(verdict.link().standing()).isEqualTo(Standing.SEND);
        assertThat(verdict.link().reason()).isNull();
    }

    @Test
    void whatSomebodyDeletedInOptiplyIsTheirsWhateverIsReadOfItLater() {
        Link deleted = link(IN_OPTIPLY, HOSE, Standing.PARK, "deleted_in_optiply");
        Decision unreadable = Decision.Park.of(HOSE_ONE, ParkReason.UNREADABLE, "`price` is a word");

        for (Decision decision : List.of(send(HOSE), unreadable)) {
            Verdict verdict = verdicts.on(decision, deleted);

            assertThat(verdict)
                    .asInstanceOf(type(Verdict.Parked.class))
                    .extracting(Verdict.Parked::reason)
                    .isEqualTo(ParkReason.DELETED_IN_OPTIPLY);
            assertThat(verdict.link().reason()).isEqualTo("deleted_in_optiply");
        }
    }

    @Test
    void whatDiffersIsPatchedWithTheDifferenceOnly() {
        Write write = differs(verdicts.on(send("{\"name\":\"Hose\",\"stockLevel\":11}"), linked(HOSE)));

        assertThat(write.action()).isEqualTo(Action.PATCH);
        assertThat(write.changes().json()).isEqualTo("{\"stockLevel\":11}");
        assertThat(write.standing()).isEqualTo(Standing.SEND);
    }

    @Test
    void whatIsToStayUntouchedKeepsItsAcknowledgedValue() {
        Decision.Send send =
                Decision.Send.of(HOSE_ONE, Attributes.parse(HOSE), List.of()).leaving(Set.of("price"));

        assertThat(verdicts.on(send, linked("{\"name\":\"Hose\",\"stockLevel\":10,\"price\":1.00}")))
                .isInstanceOf(Verdict.Unchanged.class);
        assertThat(verdicts.on(send, linked("{\"name\":\"Hose\",\"stockLevel\":10,\"price\":null}")))
                .isInstanceOf(Verdict.Unchanged.class);
        assertThat(differs(verdicts.on(send, linked("{\"name\":\"Hose\",\"stockLevel\":9,\"price\":1.00}")))
                        .after())
                .isEqualTo(Attributes.parse("{\"name\":\"Hose\",\"stockLevel\":10,\"price\":1.00}"));
    }

    @Test
    void emptyingAStockIsTheGuardsToJudge() {
        assertThat(verdicts.on(send("{\"name\":\"Hose\",\"stockLevel\":0}"), linked(HOSE)))
                .asInstanceOf(type(Verdict.Guarded.class))
                .extracting(Verdict.Guarded::action)
                .isEqualTo(HoldAction.STOCK_ZERO);
    }

    @Test
    void creatingIsNeverGuarded() {
        assertThat(verdicts.on(send("{\"name\":\"Hose\",\"stockLevel\":0,\"assembled\":true}"), null))
                .isInstanceOf(Verdict.Differs.class);
    }

    @Test
    void whatARuleKeepsOutAndWasNeverSentIsOnlyNoted() {
        Verdict verdict = verdicts.on(filter(FilterReason.INACTIVE), null);

        assertThat(verdict)
                .asInstanceOf(type(Verdict.Filtered.class))
                .extracting(Verdict.Filtered::reason)
                .isEqualTo(FilterReason.INACTIVE);
        assertThat(verdict.link().standing()).isEqualTo(Standing.FILTER);
    }

    @Test
    void whatARuleKeepsOutAndWasSentIsHiddenByTheGuards() {
        assertThat(verdicts.on(filter(FilterReason.INACTIVE), linked(HOSE)))
                .asInstanceOf(type(Verdict.Guarded.class))
                .satisfies(guarded -> {
                    assertThat(guarded.write().changes().json()).isEqualTo(DISABLED);
                    assertThat(guarded.write().standing()).isEqualTo(Standing.FILTER);
                    assertThat(guarded.write().reason()).isEqualTo("inactive");
                });
    }

    @Test
    void whatIsHiddenAlreadyIsNotHiddenAgain() {
        assertThat(verdicts.on(filter(FilterReason.INACTIVE), linked(DISABLED))).isInstanceOf(Verdict.Filtered.class);
    }

    @Test
    void whatMayBeHiddenOrNotIsHiddenAgain() {
        assertThat(verdicts.on(filter(FilterReason.INACTIVE), linked("{\"status\":null}")))
                .isInstanceOf(Verdict.Guarded.class);
    }

    @Test
    void whatIsGoneWasNotSeen() {
        Verdict verdict = verdicts.on(filter(FilterReason.GONE), unlinked(Standing.PARK, "rejected"));

        assertThat(verdict.link().standing()).isEqualTo(Standing.GONE);
        assertThat(verdict.link().sighting().run()).isEqualTo(BEFORE);
        assertThat(verdict.link().sighting().leg()).isEqualTo(Leg.INACTIVE);
    }

    @Test
    void whatIsParkedKeepsItsLink() {
        Decision park = Decision.Park.of(HOSE_ONE, ParkReason.STOCK_MISSING, "no array");

        Verdict verdict = verdicts.on(park, linked(HOSE));

        assertThat(verdict)
                .asInstanceOf(type(Verdict.Parked.class))
                .extracting(Verdict.Parked::detail)
                .isEqualTo("no array");
        assertThat(verdict.link().optiplyId()).isEqualTo(IN_OPTIPLY);
        assertThat(verdict.link().attributes()).isEqualTo(HOSE);
        assertThat(verdict.link().reason()).isEqualTo("stock_missing");
    }

    @Test
    void whatWasAdjustedIsListedWithTheLink() {
        Adjustment rounded = new Adjustment(Rule.PRICE_ROUNDED, "1.005", "1.01");
        Decision send = Decision.Send.of(HOSE_ONE, Attributes.parse(HOSE), List.of(rounded));

        assertThat(verdicts.on(send, linked(HOSE)).link().adjustments())
                .isEqualTo("[[\"price_rounded\",\"1.005\",\"1.01\"]]");
    }

    private static Write differs(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Differs.class);
        return ((Verdict.Differs) verdict).write();
    }

    private static Decision send(String attributes) {
        return Decision.Send.of(HOSE_ONE, Attributes.parse(attributes), List.of());
    }

    private static Decision filter(FilterReason reason) {
        return new Decision.Filter(HOSE_ONE, reason, WhenSent.hiddenBy(Attributes.parse(DISABLED)));
    }
}
