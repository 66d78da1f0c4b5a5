package com.optiply.picqer.flow.begin;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.customer.SettingRefusedException;
import com.optiply.picqer.door.Account;
import com.optiply.picqer.door.Failure;
import com.optiply.picqer.door.OptiplyAnswer;
import com.optiply.picqer.door.OptiplyRequest;
import com.optiply.picqer.door.PicqerAnswer;
import com.optiply.picqer.door.PicqerRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.picqer.Row;
import com.optiply.picqer.picqer.Warehouse;
import com.optiply.picqer.picqer.WarehouseId;
import com.optiply.picqer.sync.identity.WarehouseChoice;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.camel.Exchange;

/**
 * The steps of {@code direct:connect-picqer} and {@code direct:connect-optiply}: whether a customer's accounts are what
 * its file says. They belong to no run, and need no state.
 */
public final class Connecting {
    /** The longest page (contract: Optiply 4), and more accounts than anybody would read through. */
    private static final int LISTED_MAX = 100;

    private final Customers customers;

    public Connecting(Customers customers) {
        this.customers = customers;
    }

    /** Whether there is another page of warehouses. */
    public boolean hasNextWarehouses(Exchange exchange) {
        return WarehouseListing.of(exchange).hasNext();
    }

    public PicqerRequest askForWarehouses(Exchange exchange) {
        return WarehouseListing.of(exchange).request();
    }

    public void takeWarehouses(Exchange exchange) {
        WarehouseListing.of(exchange).take(exchange.getMessage().getBody(PicqerAnswer.class));
    }

    /** Throws {@link SettingRefusedException} as a run would. */
    public Connected judgeWarehouses(Exchange exchange) {
        CustomerSettings customer = customer(exchange);
        WarehouseListing listed = WarehouseListing.readBy(exchange);
        List<Warehouse> known = listed.known();
        WarehouseChoice choice = WarehouseChoice.of(customer, known, listed.unreadable());
        String stock = choice.stock().equals(Set.of(choice.main()))
                ? "stock is counted there."
                : "stock is added up over " + named(choice.stock(), known) + ".";
        return new Connected(
                List.of(
                        "The key works.",
                        "The main warehouse is " + named(List.of(choice.main()), known) + ", and " + stock),
                Stream.concat(
                                listed.unreadable().stream().map(Connecting::unreadable),
                                choice.preferredToMain(known).map(Connecting::preferred).stream())
                        .toList());
    }

    /** The contract knows of no request for one account only. */
    public OptiplyRequest askForAccounts() {
        return OptiplyRequest.get("/accounts", Query.of("page[limit]", LISTED_MAX));
    }

    /** Throws {@link SettingRefusedException}: a run that wrote would be refused, or would write to nobody. */
    public Connected judgeAccounts(Exchange exchange) {
        CustomerSettings customer = customer(exchange);
        String named = String.valueOf(customer.optiply().account());
        OptiplyAnswer answer = exchange.getMessage().getBody(OptiplyAnswer.class);
        JsonNode seen = answer.body().path("data");
        if (!seen.isArray()) {
            throw Failure.noList(Account.OPTIPLY, askForAccounts(), answer.status())
                    .ofTheAddress();
        }
        Optional<JsonNode> account = StreamSupport.stream(seen.spliterator(), false)
                .filter(each -> each.path("id").asText().equals(named))
                .findFirst();
        if (account.isPresent()) {
            return new Connected(
                    List.of(
                            "The login works, and its user may use account " + label(account.get()) + ".",
                            coupling(customer)),
                    List.of());
        }
        if (seen.size() >= LISTED_MAX) {
            return new Connected(List.of("The login works.", coupling(customer)), List.of(unlisted(named)));
        }
        throw new SettingRefusedException("Customer " + customer.name() + ": `optiply.account` names account " + named
                + ", which the user of `optiply.credentials` may not use. It may use: " + accounts(seen)
                + ". Correct the setting, or have Optiply give the user that account.");
    }

    private static String unlisted(String account) {
        return "Account " + account + " is not among the first " + LISTED_MAX + " that the login's user may use, and"
                + " there may be more of them. Compare `optiply.account` with what Optiply gave you.";
    }

    /** The contract knows of no request that would tell: couplings show only in what was written under them. */
    private static String coupling(CustomerSettings customer) {
        return customer.optiply().coupling().isPresent()
                ? "Whether the coupling is " + customer.optiply().coupling().getAsLong()
                        + " cannot be asked: compare `optiply.coupling` with what Optiply gave you."
                : "No coupling is named, and none has to be.";
    }

    private static String preferred(Warehouse other) {
        return "Picqer gives orders to warehouse " + label(other) + " before the main one, by its priority there"
                + " (AutoSplit). If orders come from there, set `warehouses.main` to it; if not, put the main one first"
                + " in Picqer.";
    }

    private static String unreadable(Row.Unreadable<Warehouse> row) {
        return "Picqer lists a warehouse that cannot be read, and it is passed over: " + row + ".";
    }

    private static String named(Collection<WarehouseId> chosen, List<Warehouse> known) {
        return known.stream()
                .filter(one -> chosen.contains(one.idwarehouse()))
                .map(Connecting::label)
                .collect(joining(", "));
    }

    private static String label(Warehouse warehouse) {
        return warehouse.idwarehouse() + " (" + warehouse.name() + ")";
    }

    private static String accounts(JsonNode seen) {
        String all = StreamSupport.stream(seen.spliterator(), false)
                .map(Connecting::label)
                .collect(joining(", "));
        return all.isEmpty() ? "none" : all;
    }

    private static String label(JsonNode account) {
        String id = account.path("id").asText();
        JsonNode name = account.path("attributes").path("name");
        return name.isTextual() ? id + " (" + name.asText() + ")" : id;
    }

    private CustomerSettings customer(Exchange exchange) {
        return customers.named(Variables.customer(exchange));
    }
}
