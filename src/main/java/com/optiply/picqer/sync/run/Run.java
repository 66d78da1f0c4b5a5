package com.optiply.picqer.sync.run;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.CustomerSettings.WriteScope;
import com.optiply.picqer.customer.ExtraAttribute;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.store.row.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One run of one flow for one customer, while it lasts, looked at for its records of one kind. A flow may bring over
 * several kinds, as purchase orders come with their lines: {@link #of} looks at the same run for another, and each
 * kind has an accounting of its own. Confined to the run's thread.
 */
public final class Run {
    private final Identity identity;
    private final Kind kind;
    private final Map<Kind, Tally> tallies;
    private final Map<String, String> watermarks;

    private record Identity(
            RunId id, String flow, List<Kind> kinds, CustomerSettings customer, Instant startedAt, Elapsed elapsed) {}

    /** @param kinds of record that the flow writes; the first is what it is named after */
    public Run(RunId id, String flow, List<Kind> kinds, CustomerSettings customer, Instant startedAt) {
        this(
                new Identity(
                        id, flow, List.copyOf(kinds), customer, startedAt, new Elapsed(startedAt, System::nanoTime)),
                kinds.get(0),
                new EnumMap<>(Kind.class),
                new TreeMap<>());
    }

    private Run(Identity identity, Kind kind, Map<Kind, Tally> tallies, Map<String, String> watermarks) {
        this.identity = identity;
        this.kind = kind;
        this.tallies = tallies;
        this.watermarks = watermarks;
        tallies.putIfAbsent(kind, new Tally());
    }

    /** The same run, looked at for records of that kind. */
    public Run of(Kind other) {
        return other == kind ? this : new Run(identity, other, tallies, watermarks);
    }

    public RunId id() {
        return identity.id();
    }

    public String flow() {
        return identity.flow();
    }

    /** Whether its flow brings records over from Picqer. A look is no flow. */
    public boolean readsPicqer() {
        return Flow.of(flow()).filter(Flow::readsPicqer).isPresent();
    }

    /** Of the records that this run is looked at for. */
    public Kind kind() {
        return kind;
    }

    /** Of the records that the flow is named after. */
    public Kind ownKind() {
        return identity.kinds().get(0);
    }

    /** The same run for each kind of record that its flow writes. */
    public List<Run> ofEachKind() {
        return identity.kinds().stream().map(this::of).toList();
    }

    public CustomerSettings customer() {
        return identity.customer();
    }

    /**
     * Attributes of this kind that the customer's Optiply does not accept, or not any more: what was sent of them
     * before is neither sent again nor cleared.
     */
    public Set<String> refused() {
        return ExtraAttribute.refused(kind.resource(), customer().extraAttributes());
    }

    public Instant startedAt() {
        return identity.startedAt();
    }

    /**
     * How long it has been under way, and no shorter, whatever was done to the clock meanwhile.
     *
     * @param now by the clock that it began by
     */
    public Duration underWay(Instant now) {
        return identity.elapsed().until(now);
    }

    /** The accounting of this kind of record. */
    public Tally tally() {
        return tallies.get(kind);
    }

    /** The accounting of every kind that this run has looked at. */
    public Map<Kind, Tally> tallies() {
        return Map.copyOf(tallies);
    }

    /**
     * How far a list of Picqer's has been read. It is stored with the end of the run, and only if the run is complete.
     *
     * @param value what Picqer said, in a form that sorts as it counts
     */
    public void read(String list, String value) {
        watermarks.merge(watermark(list), value, (one, other) -> one.compareTo(other) < 0 ? other : one);
    }

    /** What is only compared is still to be read by the first run that may write. */
    String watermark(String list) {
        return withholdsWrites() ? list + " while writes are off" : list;
    }

    Map<String, String> watermarks() {
        return Map.copyOf(watermarks);
    }

    /** Whether this run only says what it would write. */
    public boolean withholdsWrites() {
        return customer().writes() == WriteScope.OFF;
    }
}
