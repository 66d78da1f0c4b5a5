package com.optiply.picqer.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.sandbox.Sandbox;
import com.optiply.picqer.sandbox.SandboxOptions;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.DropPurpose;
import com.optiply.picqer.store.row.Hold;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.store.row.Standing;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the start says of customers whose file is gone. */
@OnEveryDatabase
class LeftCustomersTest {
    private static final CustomerName BETA = new CustomerName("beta");

    private final Store store;

    LeftCustomersTest(Store store) {
        this.store = store;
    }

    @Test
    void namesThemWithWhatIsOpenAndNoOther() {
        begin(SyncSetup.ACME);
        RunId run = begin(BETA);
        assertThat(told())
                .containsExactly("The state knows customer beta, and no customer file names it any more:"
                        + " nobody works for it. Nothing is open of it. Was its file renamed? Then give it back"
                        + " its name.");

        store.saveDurably(tx -> {
            tx.requests().ask(BETA, List.of("products"), Instant.EPOCH);
            tx.droppedFiles().add(BETA, "list.csv", DropPurpose.APPLY, Instant.EPOCH);
            tx.holds()
                    .propose(List.of(Hold.proposed(
                            run,
                            BETA,
                            Kind.PRODUCTS,
                            new RemoteId("1"),
                            "SKU-1",
                            HoldAction.DISABLE,
                            "{}",
                            Standing.FILTER,
                            "inactive")));
            tx.holds().settle(BETA, Kind.PRODUCTS, run, HoldAction.DISABLE);
        });

        assertThat(told())
                .hasSize(1)
                .first()
                .asString()
                .contains("Open of it: 1 dropped lists, 1 held changes, 1 requests of commands.");
    }

    private RunId begin(CustomerName customer) {
        return store.durably(tx -> tx.runs().begin(customer, "products", "test", Instant.EPOCH));
    }

    private List<String> told() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.DEFAULTS)) {
            return LeftCustomers.told(
                    store, new Customers(List.of(SyncSetup.plain(0).customer(SyncSetup.ACME, sandbox, 1380))));
        }
    }
}
