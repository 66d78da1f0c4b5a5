package com.optiply.picqer.customer;

import static com.optiply.picqer.picqer.OrderStatus.COMPLETED;
import static com.optiply.picqer.picqer.OrderStatus.EXPECTED;
import static com.optiply.picqer.picqer.OrderStatus.PAUSED;
import static com.optiply.picqer.picqer.OrderStatus.PROCESSING;

import com.optiply.picqer.customer.CustomerSettings.SellOrders;
import com.optiply.picqer.picqer.OrderStatus;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The part {@code sell-orders} of a customer file. Filled like {@link Customer}. */
public final class SellOrdersSection {
    private static final List<OrderStatus> MAY_COUNT = List.of(PROCESSING, PAUSED, EXPECTED, COMPLETED);

    /** What never counts, and why. Source: mapping.md, "Sell orders". */
    private static final Map<OrderStatus, String> NEVER_COUNT = Map.of(
            OrderStatus.CONCEPT, "a concept is a draft that nobody has ordered yet",
            OrderStatus.CANCELLED, "a cancelled order sells nothing, and is deleted in Optiply if it was sent");

    private static final int CHANGES_DAYS_MOST = 365;

    private Set<OrderStatus> statuses = Collections.unmodifiableSet(EnumSet.copyOf(MAY_COUNT));
    private boolean subtractCancelled;
    private int changesDays = 45;

    @Setting(
            meaning = "Which statuses of Picqer's orders count as sales.",
            allowed = "one or more of `processing`, `paused`, `expected`, `completed`, as one text, separated by"
                    + " commas",
            standard = "processing, paused, expected, completed",
            example = "processing, completed")
    public void setStatuses(String names) {
        for (String name : SettingLists.texts(names)) {
            OrderStatus.of(name).map(NEVER_COUNT::get).ifPresent(why -> {
                throw SettingLists.refused(name, why, codes());
            });
        }
        statuses = SettingLists.choices(MAY_COUNT, OrderStatus::code, names);
    }

    @Setting(
            meaning = "Whether the cancelled part of an order line is taken off its amount.",
            allowed = "`true`, `false`",
            standard = "false",
            example = "true")
    public void setSubtractCancelled(String choice) {
        subtractCancelled = SettingValues.trueOrFalse(choice);
    }

    @Setting(
            meaning = "How many days back the nightly reading of changed orders goes; orders that are still open are"
                    + " read whatever their age.",
            allowed = "a whole number from 1 to 365",
            standard = "45",
            example = "90")
    public void setChangesDays(String number) {
        changesDays = SettingValues.between(1, CHANGES_DAYS_MOST, number);
    }

    private static List<String> codes() {
        return MAY_COUNT.stream().map(OrderStatus::code).toList();
    }

    SellOrders settings() {
        return new SellOrders(statuses, subtractCancelled, changesDays);
    }

    @Override
    public String toString() {
        return "sell order settings";
    }
}
