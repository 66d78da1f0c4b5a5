package com.optiply.picqer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.row.Export;
import com.optiply.picqer.store.row.ExportState;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.store.row.Sighting;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.inspect.Explanation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where a parked order is: whoever hears that it is not in Picqer orders it by hand, and then it is ordered twice. */
class WayToPicqerTest {
    private static final CustomerName ACME = new CustomerName("acme");
    private static final long ORDER = 600_012;
    private static final RemoteId PURCHASE_ORDER = new RemoteId("5123");

    @ParameterizedTest
    @EnumSource(
            value = ParkReason.class,
            names = {"REFUSED_BY_PICQER", "NO_RIGHT_IN_PICQER", "STATUS_UNKNOWN", "UNCONFIRMED"})
    void whatIsThereAndNotMarkedIsSaidToBeThere(ParkReason reason) {
        assertThat(why(reason, there(ExportState.CREATED)))
                .contains("  In Picqer, as purchase order 5123, but not known to be purchased: parked, `"
                        + reason.code());
    }

    @ParameterizedTest
    @EnumSource(
            value = ParkReason.class,
            names = {"REJECTED", "SERVER_ERROR", "UNCONFIRMED"})
    void whatIsOrderedAndNotToldToOptiplyIsSaidToBeThere(ParkReason reason) {
        assertThat(why(reason, there(ExportState.ORDERED)))
                .contains("  In Picqer, as purchase order 5123, but Optiply is still to be told: parked, `"
                        + reason.code());
    }

    @Test
    void whatWasSentWithoutAnAnswerIsNotSaidToBeAbsent() {
        for (ExportState state : List.of(ExportState.PLANNED, ExportState.SOUGHT)) {
            assertThat(why(ParkReason.UNCONFIRMED, sent(state)))
                    .contains("  It is not known whether it is in Picqer: parked, `unconfirmed`");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ParkReason.class,
            names = {"MARKED_ELSEWHERE", "OLDER_THAN_EXPORT", "NOT_SHOWN_BY_PICQER"})
    void whatMayBeThereByAnotherHandIsNotSaidToBeAbsent(ParkReason reason) {
        assertThat(why(reason, null))
                .contains("  It is not known whether it is in Picqer: parked, `" + reason.code() + "`");
    }

    @Test
    void whatSomebodyDeletedThereIsNotSaidToBeThere() {
        assertThat(why(ParkReason.GONE_IN_PICQER, there(ExportState.DONE)))
                .contains("  Not in Picqer any more, where it was purchase order 5123: parked, `gone_in_picqer`")
                .doesNotContain("from here on Picqer owns it");
    }

    @ParameterizedTest
    @EnumSource(
            value = ParkReason.class,
            names = {"PRODUCT_NOT_LINKED", "SUPPLIER_NOT_LINKED", "NOT_ORDERABLE", "REFUSED_BY_PICQER"})
    void whatWasNeverSentIsNotThereYet(ParkReason reason) {
        assertThat(why(reason, null)).contains("  Not in Picqer yet: parked, `" + reason.code() + "`");
    }

    private static Export there(ExportState state) {
        return new Export(ACME, new OptiplyId(ORDER), PURCHASE_ORDER, state, "{\"a\":1}", new RunId(7), null);
    }

    private static Export sent(ExportState state) {
        return new Export(ACME, new OptiplyId(ORDER), null, state, "{\"a\":1}", new RunId(7), null);
    }

    private static String why(ParkReason reason, @Nullable Export export) {
        Link order = Link.of(
                ACME,
                Kind.PURCHASE_ORDERS,
                new RemoteId(Long.toString(ORDER)),
                "Optiply-" + ORDER,
                Standing.PARK,
                reason.code(),
                new Sighting(new RunId(7), Leg.ACTIVE));
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        new ExplanationReport(ACME, ZoneOffset.UTC, out)
                .tell(List.of(new Explanation(order, null, null, null, null, null, export, false, List.of())));
        out.flush();
        return said.toString();
    }
}
