package com.optiply.picqer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.store.row.Action;
import com.optiply.picqer.store.row.Change;
import com.optiply.picqer.store.row.Hold;
import com.optiply.picqer.store.row.HoldState;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Parked;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.inspect.Explanation;
import com.optiply.picqer.sync.run.Flow;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says in words what became of records: where each is, why, what to do, and since when. */
final class ExplanationReport {
    private static final int RECORDS_MAX = 20;

    private final CustomerName customer;
    private final ZoneId zone;
    private final PrintWriter out;

    ExplanationReport(CustomerName customer, ZoneId zone, PrintWriter out) {
        this.customer = customer;
        this.zone = zone;
        this.out = out;
    }

    void tell(List<Explanation> records) {
        records.stream().limit(RECORDS_MAX).forEach(this::tell);
        if (records.size() > RECORDS_MAX) {
            out.println("And " + (records.size() - RECORDS_MAX) + " more of that name: name one by its id.");
        }
    }

    private void tell(Explanation record) {
        Link link = record.link();
        out.println(link.kind().resource() + " " + link.label() + " (" + link.remoteId()
                + (link.kind() == Kind.PURCHASE_ORDERS ? " in Optiply)" : " in Picqer)"));
        switch (link.standing()) {
            case SEND -> sent(record);
            case FILTER -> keptOut(record);
            case GONE -> line("Picqer no longer has it." + outOfSight(link));
            case PARK -> parked(record);
        }
        if (record.isUnanswered()) {
            line("A write about it has no answer yet: the next run looks in Optiply what became of it.");
        }
        String toPicqer = WayToPicqer.next(record);
        if (toPicqer != null) {
            line(toPicqer);
        }
        if (link.optiplyId() != null && link.standing() == Standing.SEND && link.attributes() != null) {
            line("As Optiply last acknowledged it: " + values(Attributes.parse(link.attributes())));
        }
        if (link.adjustments() != null) {
            line("Changed on the way (rule, found, sent): " + link.adjustments());
        }
        if (record.lastChange() != null) {
            line(written(record.lastChange()));
        }
        lines(record);
        line(lastSeen(record));
    }

    private void sent(Explanation record) {
        Link link = record.link();
        if (link.optiplyId() != null) {
            line("In Optiply, as " + link.optiplyId() + ".");
        } else if (link.kind() == Kind.PURCHASE_ORDERS) {
            line("It is to be ordered in Picqer, or is there already.");
        } else if (link.attributes() != null) {
            line("In Optiply, with its order. Its own id there was not needed yet.");
        } else {
            line("It belongs in Optiply and is not there yet: the run that was to send it broke off. Now: "
                    + run(link.kind()));
        }
    }

    private void keptOut(Explanation record) {
        Link link = record.link();
        FilterReason reason = FilterReason.of(Objects.requireNonNull(link.reason()));
        line((link.kind() == Kind.PURCHASE_ORDERS ? "Not ordered" : "Not in Optiply") + ": `" + reason.code() + "`, "
                + reason.explanation() + "." + outOfSight(link));
        line("To change it: " + reason.remedy() + ".");
    }

    private static String outOfSight(Link link) {
        return link.optiplyId() == null
                ? ""
                : " It was sent before, and is out of sight there, as " + link.optiplyId() + ".";
    }

    private void parked(Explanation record) {
        Link link = record.link();
        Parked parked = record.parked();
        ParkReason reason = ParkReason.of(Objects.requireNonNull(link.reason()));
        line(where(record, reason) + ": parked, `" + reason.code() + "`"
                + (parked == null ? "." : ": " + sentence(parked.detail())));
        line("To do: " + advice(record, reason));
        if (parked != null) {
            line(
                    parked.attempts() == 1
                            ? "Tried once, on " + time(parked.lastAt()) + "."
                            : "Tried " + parked.attempts() + " times, first on " + time(parked.firstAt()) + ", last on "
                                    + time(parked.lastAt()) + ".");
            line(
                    reason == ParkReason.DELETED_IN_OPTIPLY
                            ? "It stays so until a person decides."
                            : next(record, parked));
        }
    }

    private static String where(Explanation record, ParkReason reason) {
        Link link = record.link();
        if (link.kind() == Kind.PURCHASE_ORDERS) {
            return WayToPicqer.whereParked(record, reason);
        }
        if (reason == ParkReason.DELETED_IN_OPTIPLY) {
            return "Not in Optiply any more";
        }
        return link.optiplyId() == null
                ? "Not in Optiply yet"
                : "In Optiply, as " + link.optiplyId() + ", but not as it should be";
    }

    private String advice(Explanation record, ParkReason reason) {
        Link link = record.link();
        Hold hold = record.hold();
        if (hold != null && hold.state().isWaiting()) {
            return "a person has to decide: " + hold.action().words() + since(hold.reason())
                    + ". If it is right: approve " + customer + " " + hold.lastRun() + " " + ShellWord.of(hold.label());
        }
        if (hold != null && hold.state() == HoldState.APPROVED) {
            return "nothing; a person approved of it, and the next run carries it out. Now: " + run(link.kind());
        }
        return reason.advice()
                .replace(
                        "recreate CUSTOMER KIND ID",
                        "recreate " + customer + " " + link.kind().resource() + " " + link.remoteId());
    }

    private static String since(@Nullable String reason) {
        return reason == null ? "" : ", since " + FilterReason.of(reason).explanation();
    }

    private String next(Explanation record, Parked parked) {
        if (parked.awaitsId() != null && parked.awaitsKind() != null) {
            String what = parked.awaitsKind().resource() + " " + parked.awaitsId();
            Link awaited = record.awaited();
            return awaited == null
                    ? "It waits for " + what + ", which no run has seen."
                    : "It waits for " + what + ". Why that is not there: why " + customer + " " + awaited.remoteId()
                            + " --kind " + awaited.kind().resource();
        }
        if (parked.nextAt() != null && Instant.now().isBefore(parked.nextAt())) {
            return "Tried again by itself from " + time(parked.nextAt())
                    + " on, or as soon as it changes in Picqer. At once: retry " + customer + ", then "
                    + run(parked.kind());
        }
        return "The next run tries it again. Now: " + run(parked.kind());
    }

    private String written(Change change) {
        String what = change.action() == Action.CREATE
                ? "created"
                : change.action() == Action.DELETE ? "deleted" : "changed, " + differences(change);
        return "Last written on " + time(change.at()) + " by run " + change.run() + ": " + what + ".";
    }

    private static String differences(Change change) {
        Attributes before = Attributes.parse(change.before());
        return Attributes.parse(change.after()).toNode().properties().stream()
                .map(one -> one.getKey() + " " + before.get(one.getKey()) + " -> " + one.getValue())
                .reduce((one, other) -> one + ", " + other)
                .orElse("nothing");
    }

    private static String values(Attributes attributes) {
        return attributes.toNode().properties().stream()
                .map(one -> one.getKey() + " " + value(one.getValue()))
                .reduce((one, other) -> one + ", " + other)
                .orElse("nothing");
    }

    private static String value(JsonNode value) {
        return value.isNull() ? "(not known)" : value.toString();
    }

    private void lines(Explanation record) {
        List<Link> lines = record.lines();
        if (lines.isEmpty()) {
            return;
        }
        List<Link> absent =
                lines.stream().filter(one -> one.standing() != Standing.SEND).toList();
        line("Lines: " + (lines.size() - absent.size()) + " sent, " + absent.size() + " not"
                + (absent.isEmpty() ? "." : ":"));
        absent.forEach(one -> line("  " + one.label() + " (" + one.remoteId() + "): " + why(one)));
    }

    private static String why(Link line) {
        @Nullable String reason = line.reason();
        if (reason == null) {
            return DayAndTime.lower(line.standing());
        }
        return "`" + reason + "`, "
                + (line.standing() == Standing.PARK
                        ? ParkReason.of(reason).advice()
                        : FilterReason.of(reason).explanation() + ".");
    }

    private String lastSeen(Explanation record) {
        String where = record.link().kind() == Kind.PURCHASE_ORDERS ? "Optiply" : "Picqer";
        return record.seen() == null
                ? "Read in " + where + " with the record that it belongs to, and not looked at since."
                : "Last read in " + where + " on " + time(record.seen().startedAt()) + ", by run "
                        + record.seen().id() + " of `" + record.seen().flow() + "`.";
    }

    private String run(Kind kind) {
        Kind ofFlow = kind.orders().orElse(kind);
        return "run " + customer
                + Arrays.stream(Flow.values())
                        .filter(flow -> flow.kinds().get(0) == ofFlow)
                        .findFirst()
                        .map(flow -> " " + flow.code())
                        .orElse("");
    }

    private String time(Instant moment) {
        return DayAndTime.of(moment, zone);
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private void line(String text) {
        out.println("  " + text);
    }
}
