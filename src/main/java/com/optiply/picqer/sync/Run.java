package com.optiply.picqer.sync;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.CustomerSettings.Writes;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.store.RunId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * One run of one flow for one customer, while it lasts, looked at for its records of one kind. A flow may bring over
 * several kinds, as purchase orders come with their lines: {@link #of} looks at the same run for another, and each
 * kind has an accounting of its own. Confined to the run's thread.
 */
public final class Run {
    private final Identity identity;
    private final Kind kind;
    private final Map<Kind, Tally> tallies;

    private record Identity(RunId id, String flow, Kind kind, CustomerSettings customer, Instant startedAt) {}

    /** @param kind of the records that the flow is named after */
    public Run(RunId id, String flow, Kind kind, CustomerSettings customer, Instant startedAt) {
        this(new Identity(id, flow, kind, customer, startedAt), kind, new EnumMap<>(Kind.class));
    }

    private Run(Identity identity, Kind kind, Map<Kind, Tally> tallies) {
        this.identity = identity;
        this.kind = kind;
        this.tallies = tallies;
        tallies.putIfAbsent(kind, new Tally());
    }

    /** The same run, looked at for records of that kind. */
    public Run of(Kind other) {
        return other == kind ? this : new Run(identity, other, tallies);
    }

    public RunId id() {
        return identity.id();
    }

    public String flow() {
        return identity.flow();
    }

    /** Of the records that this run is looked at for. */
    public Kind kind() {
        return kind;
    }

    /** Of the records that the flow is named after. */
    public Kind ownKind() {
        return identity.kind();
    }

    public CustomerSettings customer() {
        return identity.customer();
    }

    public Instant startedAt() {
        return identity.startedAt();
    }

    /** The accounting of this kind of record. */
    public Tally tally() {
        return tallies.get(kind);
    }

    /** The accounting of every kind that this run has looked at. */
    public Map<Kind, Tally> tallies() {
        return Map.copyOf(tallies);
    }

    /** Whether this run only says what it would write. */
    public boolean withholdsWrites() {
        return customer().writes() == Writes.OFF;
    }
}
