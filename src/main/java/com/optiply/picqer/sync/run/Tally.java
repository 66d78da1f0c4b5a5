package com.optiply.picqer.sync.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.optiply.picqer.mapping.Adjustment;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.store.row.Action;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The accounting of one run: every record that was read ends in exactly one outcome. Confined to the run's thread.
 *
 * <p>Rows that a moving list gave a second time are {@code repeated}; they are not read again.
 */
public final class Tally {
    private long read;
    private long created;
    private long patched;
    private long deleted;
    private long unchanged;
    private long failed;
    private long repeated;
    private long adopted;
    private long unconfirmed;
    private long proposed;
    private final Map<Action, Long> withheld = new EnumMap<>(Action.class);
    private final Map<String, Long> filtered = new TreeMap<>();
    private final Map<String, Long> parked = new TreeMap<>();
    private final Map<String, Long> adjusted = new TreeMap<>();

    public void read(long records) {
        read += records;
    }

    public void repeated(long rows) {
        repeated += rows;
    }

    public void adopted() {
        adopted++;
    }

    public void unchanged() {
        unchanged(1);
    }

    public void unchanged(long records) {
        unchanged += records;
    }

    public void written(Action action) {
        switch (action) {
            case CREATE -> created++;
            case PATCH -> patched++;
            case DELETE -> deleted++;
        }
    }

    /** What would have been written, had the customer's setting `writes` not forbidden it. */
    public void withheld(Action action) {
        withheld.merge(action, 1L, Long::sum);
    }

    public void filtered(FilterReason reason) {
        filtered.merge(reason.code(), 1L, Long::sum);
    }

    public void parked(ParkReason reason) {
        parked.merge(reason.code(), 1L, Long::sum);
    }

    public void failed() {
        failed++;
    }

    /** An answer was lost; {@link #confirmed()} when it is known what became of it. */
    public void unconfirmed() {
        unconfirmed++;
    }

    public void confirmed() {
        unconfirmed--;
    }

    public long openAnswers() {
        return unconfirmed;
    }

    /** The guards were asked about a record; its outcome comes when they have judged. */
    public void proposed() {
        proposed++;
    }

    /** So many records that this run did not read are still to be judged; they count as read. */
    public void proposedBefore(long records) {
        read += records;
        proposed += records;
    }

    /** So many proposals are left to be judged; the rows of the others were read again, and count once. */
    public void judging(long left) {
        read -= proposed - left;
        repeated += proposed - left;
        proposed = left;
    }

    public void adjusted(List<Adjustment> adjustments) {
        adjustments.forEach(adjustment -> adjusted.merge(adjustment.rule().code(), 1L, Long::sum));
    }

    /** The figures as they stand. */
    public Counts counts() {
        return new Counts(
                read,
                new Written(created, patched, deleted),
                unchanged,
                sorted(filtered),
                sorted(parked),
                failed,
                repeated,
                adopted,
                new Written(
                        withheld.getOrDefault(Action.CREATE, 0L),
                        withheld.getOrDefault(Action.PATCH, 0L),
                        withheld.getOrDefault(Action.DELETE, 0L)),
                sorted(adjusted));
    }

    private static Map<String, Long> sorted(Map<String, Long> counts) {
        return Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    /**
     * What one run did with the records it read.
     *
     * @param filtered by reason
     * @param parked by reason
     * @param failed could not be sent because the run itself broke off
     * @param adopted found in Optiply and linked; also counted under what then became of it
     * @param withheld would have been written; counted as filtered by `writes_off`
     * @param adjusted values changed on the way, by rule
     */
    @JsonIgnoreProperties(
            value = {"filteredTotal", "parkedTotal"},
            allowGetters = true)
    @JsonPropertyOrder({
        "read",
        "written",
        "unchanged",
        "filtered",
        "parked",
        "failed",
        "repeated",
        "adopted",
        "withheld",
        "adjusted",
        "filteredTotal",
        "parkedTotal"
    })
    public record Counts(
            long read,
            Written written,
            long unchanged,
            Map<String, Long> filtered,
            Map<String, Long> parked,
            long failed,
            long repeated,
            long adopted,
            Written withheld,
            Map<String, Long> adjusted) {

        /** Whether every record that was read has its outcome. */
        public boolean addsUp() {
            return read == outcomes();
        }

        public long outcomes() {
            return written.total() + unchanged + filteredTotal() + parkedTotal() + failed;
        }

        @JsonProperty
        public long filteredTotal() {
            return total(filtered);
        }

        @JsonProperty
        public long parkedTotal() {
            return total(parked);
        }

        private static long total(Map<String, Long> byReason) {
            return byReason.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Records that Optiply acknowledged, by what was done to them. */
    public record Written(long create, long patch, long delete) {
        public long total() {
            return create + patch + delete;
        }
    }
}
