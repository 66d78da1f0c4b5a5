package com.optiply.picqer.flow;

import static com.optiply.picqer.flow.ChoiceOfSuppliers.ALPHA;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.BETA;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.list;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.object;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sync.run.Flow;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A pair that Optiply's users made is known for as long as a list is about it, and the list may break off in between.
 * It was never Picqer's: no pull disables it, and no comparison repairs it or creates it again.
 */
class UsersPairsTest {
    private ChoiceOfSuppliers shop = ChoiceOfSuppliers.multi(2);

    @AfterEach
    void end() {
        shop.close();
    }

    private void reopen(SyncSetup setup) {
        shop.close();
        shop = ChoiceOfSuppliers.of(setup);
    }

    /** Product 1 is to be bought from Beta, and its list does not come to its end. */
    private void breakOff(Fault fault) {
        shop.world.run(Flow.SUPPLIER_PRODUCTS);
        shop.world.faults().add(fault.on("PATCH", "/optiply/v1/supplierProducts.*"));
        assertThat(shop.apply("list.csv", list(row(1, BETA, true))).answer()).isEmpty();
        shop.world.faults().clear();
        shop.world.sandbox().log().clear();
    }

    private void requireTheListToComeToItsEnd() {
        assertThat(shop.goOnAtOnce().counts().parked()).isEmpty();
        assertThat(shop.read("done", "list.result.txt")).contains("1 row read: 1 applied");
        assertThat(shop.preferred()).containsEntry(1, BETA);
        assertThat(byHand()).allMatch(pair -> status(pair).equals("enabled"));
        requireForgotten();
    }

    /** Nothing but Picqer's own pairs is left in the state. */
    private void requireForgotten() {
        assertThat(shop.world.state().links().keySet()).noneMatch(this::isByHand);
        assertThat(shop.world.state().parked()).isEmpty();
    }

    private boolean isByHand(String remoteId) {
        return remoteId.endsWith("_" + shop.beta);
    }

    private List<OptiplyRecord> byHand() {
        return shop.world.account().all("supplierProducts").stream()
                .filter(pair -> pair.attributes().path("name").asText().equals("by hand"))
                .toList();
    }

    private static String status(OptiplyRecord pair) {
        return pair.attributes().path("status").asText();
    }

    @Test
    void isNotDisabledByThePullWhenTheRunOfItsListBreaksOff() {
        breakOff(Fault.status(401));
        shop.world.run(Flow.SUPPLIER_PRODUCTS, Flow.SUPPLIER_PRODUCTS, Flow.COMPARISON);

        assertThat(shop.world.writes()).isEmpty();
        requireTheListToComeToItsEnd();
    }

    @Test
    void isNoFormerSuppliersWhenTheAnswerIsLost() {
        reopen(SyncSetup.plain(2).choosing(customer -> customer.setWrites("optiply")));
        breakOff(Fault.drop());
        shop.world.run(Flow.SUPPLIER_PRODUCTS, Flow.SUPPLIER_PRODUCTS, Flow.COMPARISON);

        assertThat(byHand()).allMatch(pair -> status(pair).equals("enabled"));
        requireTheListToComeToItsEnd();
    }

    @Test
    void isItsUsersAloneAgainWhenOptiplyRefusedTheChoice() {
        shop.world.run(Flow.SUPPLIER_PRODUCTS);
        shop.world.faults().add(Fault.status(400).on("PATCH", "/optiply/v1/supplierProducts.*"));
        assertThat(shop.apply("list.csv", list(row(1, BETA, true))).answer()).contains("optiply_refused");
        shop.world.faults().clear();
        requireForgotten();

        shop.choose(customer -> customer.setMultiSupplier("false"));
        shop.world.run(Flow.SUPPLIER_PRODUCTS, Flow.COMPARISON);
        assertThat(byHand()).allMatch(pair -> status(pair).equals("enabled"));
        assertThat(shop.preferred()).containsEntry(1, ALPHA);
    }

    /** Of a product whose row cannot be read all pairs stay as they are; this one stays its users' too. */
    @Test
    void isNotTakenForPicqersWhenTheRowOfItsProductCannotBeRead() {
        breakOff(Fault.status(401));
        String readable = shop.world.shop().product(100_001).orElseThrow().toString();
        shop.world.user().putProductVerbatim(readable.replaceFirst("\"price\":[^,]*", "\"price\":\"dear\""));
        shop.world.run(Flow.SUPPLIER_PRODUCTS);
        shop.world.user().putProductVerbatim(readable);
        shop.world.run(Flow.SUPPLIER_PRODUCTS);

        assertThat(shop.world.writes()).isEmpty();
        requireTheListToComeToItsEnd();
    }

    @Test
    void isNotCreatedAgainWhenAUserDeletesItMeanwhile() {
        breakOff(Fault.drop());
        shop.world.account().deleteByUser("supplierProducts", ofProductOne().id());
        shop.world.run(Flow.COMPARISON, Flow.SUPPLIER_PRODUCTS);

        assertThat(shop.world.writes()).isEmpty();
        shop.goOnAtOnce();
        assertThat(shop.read("done", "list.result.txt")).contains("1 rejected");
        requireForgotten();
    }

    @Test
    void isNotRepairedWhenAUserChangesItMeanwhile() {
        reopen(SyncSetup.plain(2));
        shop.world.faults().add(Fault.status(401).on("PUT", "/picqer/.*/products/.*"));
        assertThat(shop.apply("list.csv", list(row(1, BETA, true))).answer()).isEmpty();
        shop.world.faults().clear();
        shop.world.sandbox().log().clear();
        long byHand = ofProductOne().id();
        shop.world.account().editByUser("supplierProducts", byHand, object().put("preferred", true));
        shop.world.run(Flow.COMPARISON);

        assertThat(shop.world.writes())
                .as("Picqer's own pair alone is put back")
                .hasSize(1);
        assertThat(shop.world.writes()).noneMatch(write -> write.path().endsWith("/" + byHand));
    }

    private OptiplyRecord ofProductOne() {
        long product = shop.world.state().link(100_001).optiplyId();
        return byHand().stream()
                .filter(pair -> pair.attributes().path("productId").asLong() == product)
                .findFirst()
                .orElseThrow();
    }
}
