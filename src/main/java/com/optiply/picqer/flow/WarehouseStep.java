package com.optiply.picqer.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.customer.SettingRefusedException;
import com.optiply.picqer.door.PicqerAnswer;
import com.optiply.picqer.door.PicqerRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.picqer.Warehouse;
import com.optiply.picqer.sync.ReadSoFar;
import com.optiply.picqer.sync.Run;
import com.optiply.picqer.sync.WarehouseChoice;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;

/** The steps of {@code direct:warehouses}. */
public final class WarehouseStep {
    private static final int FORBIDDEN = 403;

    static final PicqerRequest REQUEST = PicqerRequest.get("/warehouses", Query.NONE);

    /** The main warehouse is remembered as lists are: by the end of a complete run. */
    private static final String MAIN = "warehouses.main";

    private final ReadSoFar soFar;
    private final RunListener listener;

    public WarehouseStep(ReadSoFar soFar, RunListener listener) {
        this.soFar = soFar;
        this.listener = listener;
    }

    /** A scoped key may not be allowed to read them (contract: Picqer 14). A 401 is also what a wrong key is told. */
    public PicqerRequest request() {
        return REQUEST.orAnswer(FORBIDDEN);
    }

    public void choose(Exchange exchange) {
        Run run = Variables.run(exchange);
        boolean isRefused = isRefused(exchange);
        List<Warehouse> known = isRefused ? List.of() : listed(exchange);
        WarehouseChoice choice =
                isRefused ? WarehouseChoice.unseen(run.customer()) : WarehouseChoice.of(run.customer(), known);
        choice.requireSameMain(run.customer(), soFar.of(run, MAIN));
        if (!run.withholdsWrites()) {
            run.read(MAIN, choice.main().toString());
        }
        if (isRefused) {
            listener.warehousesUnread(run);
        }
        choice.preferredToMain(known).ifPresent(other -> listener.preferredToMain(run, other));
        Variables.warehouses(exchange, choice);
    }

    /** Whether the key may not read warehouses. */
    private static boolean isRefused(Exchange exchange) {
        return exchange.getMessage().getBody(PicqerAnswer.class).status() == FORBIDDEN;
    }

    /** Picqer's answer; throws {@link SettingRefusedException} where that is no list of warehouses. */
    static List<Warehouse> listed(Exchange exchange) {
        JsonNode body = exchange.getMessage().getBody(PicqerAnswer.class).body();
        if (body == null || !body.isArray()) {
            throw new SettingRefusedException("Picqer's answer to GET /warehouses is not a list."
                    + " Check the setting `picqer.subdomain` or `picqer.base-url`.");
        }
        List<Warehouse> known = new ArrayList<>();
        body.forEach(row -> known.add(Warehouse.read(row)));
        return known;
    }
}
