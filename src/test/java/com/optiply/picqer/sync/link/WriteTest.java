package com.optiply.picqer.sync.link;

import static com.optiply.picqer.sync.SampleLinks.IN_OPTIPLY;
import static com.optiply.picqer.sync.SampleLinks.linked;
import static com.optiply.picqer.sync.SampleLinks.unlinked;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.Subject;
import com.optiply.picqer.mapping.WhenSent;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.SampleLinks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a write leaves the link of its record behind, whatever its answer was. */
class WriteTest {
    private static final String BEFORE = "{\"name\":\"Hose\",\"eanCode\":\"871\"}";

    private final Write patch = Write.patch(
            linked(BEFORE),
            Attributes.parse("{\"name\":\"Pipe\"}"),
            Attributes.parse("{\"name\":\"Pipe\",\"eanCode\":null}"),
            Standing.SEND,
            null);
    private final Write create = Write.create(
            unlinked(Standing.PARK, "rejected"),
            Decision.Send.of(Subject.of("1", "S-1"), Attributes.parse(BEFORE), List.of()));

    @Test
    void anAcknowledgedPatchHasItsNewAttributesAndItsOldUuid() {
        Link link = patch.acknowledged(IN_OPTIPLY, null);

        assertThat(link.attributes()).isEqualTo("{\"name\":\"Pipe\"}");
        assertThat(link.optiplyUuid()).isEqualTo("uuid-1");
    }

    @Test
    void anAcknowledgedCreateIsLinkedAndStandsAsSent() {
        Link link = create.acknowledged(new OptiplyId(5), "uuid-5");

        assertThat(link.optiplyId()).isEqualTo(new OptiplyId(5));
        assertThat(link.optiplyUuid()).isEqualTo("uuid-5");
        assertThat(link.attributes()).isEqualTo(BEFORE);
        assertThat(link.standing()).isEqualTo(Standing.SEND);
        assertThat(link.reason()).isNull();
    }

    @Test
    void aRefusedPatchLeavesWhatWasAcknowledged() {
        Link link = patch.refused(ParkReason.REJECTED);

        assertThat(link.attributes()).isEqualTo(BEFORE);
        assertThat(link.standing()).isEqualTo(Standing.PARK);
        assertThat(link.reason()).isEqualTo("rejected");
    }

    @Test
    void aDoubtfulPatchMakesUnknownWhatItSentAndNothingElse() {
        Write one = Write.patch(
                linked(BEFORE),
                Attributes.parse("{\"name\":\"Hose\"}"),
                Attributes.parse("{\"eanCode\":null}"),
                Standing.SEND,
                null);

        assertThat(one.doubtful(ParkReason.UNCONFIRMED).attributes()).isEqualTo("{\"name\":\"Hose\",\"eanCode\":null}");
    }

    @Test
    void aDoubtfulCreateIsNotLinked() {
        Link link = create.doubtful(ParkReason.UNCONFIRMED);

        assertThat(link.optiplyId()).isNull();
        assertThat(link.attributes()).isNull();
        assertThat(link.reason()).isEqualTo("unconfirmed");
    }

    @Test
    void aPatchForARecordThatIsNoMoreBecomesACreateOfTheWhole() {
        Write anew = patch.anew();

        assertThat(anew.action()).isEqualTo(Action.CREATE);
        assertThat(anew.optiplyId()).isEmpty();
        assertThat(anew.before().attributes()).isNull();
        assertThat(anew.changes()).isEqualTo(Attributes.parse("{\"name\":\"Pipe\"}"));
    }

    @Test
    void onlyLinesWhoseProductStandsOnceInTheOrderTravelWithIt() {
        Decision leftOut = new Decision.Filter(Subject.of("54", "S-4"), FilterReason.ZERO_AMOUNT, WhenSent.DELETED);
        Decision.Send order = Decision.Send.of(
                        Subject.of("5", "PO-5"), Attributes.parse("{\"supplierId\":7}"), List.of())
                .withLines(List.of(line("51", 1), line("52", 2), line("53", 1), leftOut));

        Write write = Write.create(SampleLinks.notInOptiply(Kind.BUY_ORDERS, "5", Standing.SEND, null), order);

        assertThat(write.lines()).extracting(Decision::label).containsExactly("L-52");
        assertThat(write.changes().json()).isEqualTo("{\"supplierId\":7,\"orderLines\":[{\"productId\":2}]}");
        assertThat(write.after().json()).isEqualTo("{\"supplierId\":7}");
    }

    private static Decision line(String id, long product) {
        return Decision.Send.of(
                Subject.of(id, "L-" + id), Attributes.parse("{\"productId\":" + product + "}"), List.of());
    }
}
