package com.optiply.picqer.flow.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.door.DoorSamples;
import com.optiply.picqer.door.PicqerAnswer;
import com.optiply.picqer.flow.run.RunState;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.picqer.PurchaseOrderId;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.database.StoreSettings;
import com.optiply.picqer.store.row.Leg;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.store.row.Sighting;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.Acme;
import com.optiply.picqer.sync.lookup.References;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.Run;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which orders of old receipts are asked for, and what an error of Picqer's own on one of them says of the others. */
class OldReceiptsTest {
    private static final int FAILED = 500;

    private final Store store;
    private final OldReceipts steps;
    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    OldReceiptsTest(@TempDir Path folder) {
        store = Store.open(new StoreSettings("jdbc:sqlite:" + folder.resolve("state.db"), null, null));
        steps = new OldReceipts(new References(store));
        RunState.begin(exchange);
        Variables.run(
                exchange,
                new Run(
                        new RunId(1),
                        Flow.ITEM_DELIVERIES.code(),
                        List.of(Kind.RECEIPT_LINES),
                        Acme.settings(),
                        Instant.EPOCH));
    }

    @AfterEach
    void end() {
        store.close();
    }

    @Test
    void anOrderThatItFailsOnIsAskedForOnceHoweverManyPagesNameIt() {
        PurchaseOrderId poison = new PurchaseOrderId(7);
        for (int page = 0; page < 4; page++) {
            OldReceipts.ask(exchange, List.of(poison));
            assertThat(steps.hasNext(exchange)).as("page " + page).isEqualTo(page == 0);
            if (page == 0) {
                failTwice();
            }
            assertThat(OldReceipts.failing(exchange)).containsExactly(poison);
        }
    }

    /** Each order itself is answered, and none of them with its receipts. */
    @Test
    void whereItFailsOnTheReceiptsOfEachTheRunIsNotSpared() {
        OldReceipts.ask(exchange, orders(1, 2, 3, 4));
        failOnReceiptsOfThree();
        answer(200, order(4));

        assertThat(isErrorAnAnswer()).isFalse();
    }

    @Test
    void oneThatIsAnsweredWithItsReceiptsTellsThatPicqerAnswers() {
        OldReceipts.ask(exchange, orders(1, 2, 3, 4));
        failTwice();
        failTwice();
        answer(200, order(3));
        answer(200, "[]");
        failTwice();

        OldReceipts.ask(exchange, orders(5));
        assertThat(isErrorAnAnswer()).isTrue();
    }

    /** A list that fails for some orders only, however many of them come one after the other. */
    @Test
    void aKnownOrderThatIsAnsweredWithItsReceiptsTellsSoToo() {
        known(1, 50, 2, 3);
        OldReceipts.ask(exchange, orders(1, 2, 3, 4));
        failOnReceiptsOfThree();

        assertThat(path()).as("none that it fails on").isEqualTo("/purchaseorders/50");
        answer(200, order(50));
        assertThat(path()).isEqualTo("/receipts");
        answer(200, "[]");

        assertThat(path()).isEqualTo("/purchaseorders/4");
        answer(200, order(4));
        failTwice();
        assertThat(OldReceipts.failing(exchange)).hasSize(4);
        assertThat(steps.hasNext(exchange)).isFalse();
    }

    @Test
    void whereItFailsOnTheReceiptsOfKnownOrdersTooTheRunIsNotSpared() {
        known(50, 51, 52);
        OldReceipts.ask(exchange, orders(1, 2, 3, 4));
        failOnReceiptsOfThree();

        for (int known = 50; known < 52; known++) {
            assertThat(path()).isEqualTo("/purchaseorders/" + known);
            answer(200, order(known));
            assertThat(isErrorAnAnswer()).isTrue();
            answer(FAILED, null);
        }
        answer(200, order(52));
        assertThat(path()).isEqualTo("/receipts");
        assertThat(isErrorAnAnswer()).isFalse();
    }

    @Test
    void oneThatIsGoneTellsThatPicqerAnswers() {
        OldReceipts.ask(exchange, orders(1, 2, 3, 4));
        failTwice();
        failTwice();
        answer(404, null);
        failTwice();

        OldReceipts.ask(exchange, orders(5));
        assertThat(isErrorAnAnswer()).isTrue();
    }

    private void failOnReceiptsOfThree() {
        for (int order = 1; order <= 3; order++) {
            answer(200, order(order));
            failTwice();
        }
    }

    /** In Optiply, in that order. */
    private void known(long... orders) {
        long id = 1000;
        for (long order : orders) {
            Link link = new Link(
                    new CustomerName("acme"),
                    Kind.BUY_ORDERS,
                    new RemoteId(Long.toString(order)),
                    null,
                    "P-" + order,
                    new OptiplyId(id++),
                    "uuid-" + order,
                    "{}",
                    Standing.SEND,
                    null,
                    null,
                    new Sighting(new RunId(1), Leg.ACTIVE));
            store.saveRelaxed(tx -> tx.links().save(List.of(link)));
        }
    }

    private String path() {
        return steps.next(exchange).path();
    }

    private boolean isErrorAnAnswer() {
        return steps.next(exchange).answers().contains(FAILED);
    }

    private void failTwice() {
        answer(FAILED, null);
        answer(FAILED, null);
    }

    private void answer(int status, @Nullable String body) {
        JsonNode read = body == null ? null : DoorSamples.read(body);
        exchange.getMessage().setBody(new PicqerAnswer(status, read));
        steps.take(exchange);
    }

    private static List<PurchaseOrderId> orders(long... ids) {
        return Arrays.stream(ids).mapToObj(PurchaseOrderId::new).toList();
    }

    private static String order(long id) {
        return """
                {"idpurchaseorder": %d, "idsupplier": 1, "idwarehouse": 18, "purchaseorderid": "P-1",
                 "supplier_name": null, "supplier_orderid": null, "status": "purchased", "remarks": "",
                 "delivery_date": null, "created": "2025-10-08 10:01:11", "updated": "2025-10-14 11:20:03",
                 "products": []}
                """
                .formatted(id);
    }
}
