package com.optiply.picqer.customer;

import com.optiply.picqer.picqer.OrderStatus;
import com.optiply.picqer.picqer.WarehouseId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Everything that a customer file decides, checked and unchangeable. What each setting means stands at the
 * setter of the same name in {@link Customer}.
 *
 * @param since the day this customer was connected to Optiply
 * @param historyFrom the day from which on the first load reads orders, purchase orders and receipts; empty: all
 * @param timezone of Picqer's zoneless times and of every cron schedule
 * @param extraAttributes what this customer's Optiply accepts beyond the public attributes
 */
public record CustomerSettings(
        CustomerName name,
        LocalDate since,
        Optional<LocalDate> historyFrom,
        ZoneId timezone,
        Picqer picqer,
        Optiply optiply,
        Warehouses warehouses,
        WriteScope writes,
        boolean sendSyncedDate,
        Compositions compositions,
        Suppliers suppliers,
        SellOrders sellOrders,
        Export export,
        Set<ExtraAttribute> extraAttributes,
        Flows flows,
        GuardSettings guards) {

    /**
     * The Picqer account.
     *
     * @param baseUrl ends in {@code /api/v1}, without a slash behind it
     * @param requestsPerMinute empty: unlimited (a sandbox or a benchmark)
     */
    public record Picqer(URI baseUrl, Secret apiKey, OptionalInt requestsPerMinute, Paging paging) {}

    /** How Picqer's lists are walked: each page begins on the last row of the one before, or plain steps, twice. */
    public enum Paging {
        OVERLAPPING,
        PLAIN
    }

    /**
     * The Optiply account.
     *
     * @param account the number of the customer in Optiply, the query parameter {@code accountId}
     * @param coupling the number of this integration of that customer, which scopes {@code remoteId}
     * @param baseUrl ends in {@code /v1}, without a slash behind it
     * @param tokenUrl where a token is asked for
     * @param requestsPerSecondMax the ceiling that the pace never grows beyond; empty: unlimited
     * @param parallelism how many writes are under way at once, at most
     */
    public record Optiply(
            long account,
            OptionalLong coupling,
            URI baseUrl,
            URI tokenUrl,
            OptiplyCredentials credentials,
            OptionalInt requestsPerSecondMax,
            int parallelism) {}

    /** The four parts of Optiply's password grant; the first and the third name who asks, the others are secret. */
    public record OptiplyCredentials(String clientId, Secret clientSecret, String username, Secret password) {}

    /**
     * @param main where stock, orders, purchase orders and receipts come from; empty: the only active warehouse
     * @param stock the warehouses whose free stock is added up; empty: the main one only
     */
    public record Warehouses(Optional<WarehouseId> main, Set<WarehouseId> stock) {}

    /** Where this program may write. */
    public enum WriteScope {
        /** To Optiply and to Picqer. */
        ALL,
        /** To Optiply only. */
        OPTIPLY,
        /** Nowhere: everything is read, compared and reported. */
        OFF
    }

    /** Which composed products are sent. */
    public enum Compositions {
        WITH_STOCK,
        ALL,
        NONE
    }

    /**
     * @param ignored who owns the flag "ignored", by the setting or else by the day the customer was connected
     * @param multiSupplier whether a product keeps several suppliers: then none is preferred and no other is touched
     */
    public record Suppliers(Owner ignored, boolean multiSupplier) {}

    /** Whose word counts where both sides could set a value. */
    public enum Owner {
        PICQER,
        OPTIPLY
    }

    /**
     * @param statuses of Picqer's orders that count as sales
     * @param subtractCancelled whether the cancelled part of a line is taken off its amount
     * @param changesDays how far back changed orders are looked for every night
     */
    public record SellOrders(Set<OrderStatus> statuses, boolean subtractCancelled, int changesDays) {}

    /**
     * Writing out Optiply's orders to Picqer.
     *
     * @param purchaseOrders whether it is done at all
     * @param oldMarkers of an earlier integration, by which its orders are recognised
     * @param asConcept whether an order stays a concept in Picqer
     */
    public record Export(boolean purchaseOrders, List<OldMarker> oldMarkers, boolean asConcept) {}

    /** A mark with the id of Optiply's order in it: what stands before the id, and what behind it. */
    public record OldMarker(String before, String after) {}

    /** @param off the names of the flows that this customer does without */
    public record Flows(Set<String> off) {
        public Flows {
            off = Set.copyOf(off);
        }

        /** Whether the flow of this name runs for this customer. */
        public boolean isOn(String code) {
            return !off.contains(code);
        }
    }

    /**
     * The limits beyond which disabling, deleting and emptying stock wait for a person.
     *
     * @param records of one kind in one run, at most
     * @param share of that kind's links that one run may disable or delete, 0 to 1
     * @param stockZeroShare of that kind's links whose stock one run may set to zero, 0 to 1
     */
    public record GuardSettings(int records, BigDecimal share, BigDecimal stockZeroShare) {}
}
