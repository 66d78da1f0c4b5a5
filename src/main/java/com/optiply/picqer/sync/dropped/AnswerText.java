package com.optiply.picqer.sync.dropped;

import com.optiply.picqer.filedrop.TableRefusedException;
import com.optiply.picqer.mapping.preference.PreferenceReason;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.row.DropPurpose;
import com.optiply.picqer.store.row.DroppedFile;
import com.optiply.picqer.store.row.DroppedRow;
import com.optiply.picqer.store.row.HoldState;
import com.optiply.picqer.store.row.OutcomeCount;
import com.optiply.picqer.store.row.RowOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the owner of a dropped file is told, in words. */
public final class AnswerText {
    private static final int ROWS_AT_ONCE = 1_000;
    private static final String CHANGED =
            "The file was changed after it had been read: what was written to it later was"
                    + " not looked at. Drop the whole list again.";

    /** Above the reasons why rows were not taken; nothing that people wrote stands alone on a line. */
    private static final String REJECTED = "\nRejected\n";

    private final Store store;
    private final DroppedFile file;
    private final List<OutcomeCount> counts;

    public AnswerText(Store store, DroppedFile file, List<OutcomeCount> counts) {
        this.store = store;
        this.file = file;
        this.counts = counts;
    }

    /** Whether the answer to a list that was applied names rows that were not taken. */
    public static boolean tellsOfRejections(String answer) {
        return answer.contains(REJECTED);
    }

    /** Of a file that was refused as a whole. */
    public static String refusal(DroppedFile file, TableRefusedException why) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append(file.name() + ": preferred suppliers for " + file.customer() + "\n\n");
        text.append("Nothing of this file was applied.\n");
        BrokenLines.write(text, "", Objects.requireNonNull(why.getMessage()));
        text.append("\nWhat to do\n");
        BrokenLines.write(text, "  ", why.advice());
        return text.toString();
    }

    /**
     * @param rejects the name of the table of rejected rows; null: there is none
     * @param in where a corrected table is to be dropped
     * @param isAsRead whether the file is still what was read of it
     */
    public void write(Appendable text, @Nullable String rejects, Path in, boolean isAsRead) throws IOException {
        text.append(file.name() + ": preferred suppliers for " + file.customer() + "\n\n");
        text.append(summary()).append("\n");
        if (!isAsRead) {
            BrokenLines.write(text, "", CHANGED);
        }
        Map<RowOutcome, Long> byOutcome = byOutcome();
        for (RowOutcome outcome : RowOutcome.values()) {
            long rows = byOutcome.getOrDefault(outcome, 0L);
            if (rows > 0 && outcome != RowOutcome.REJECTED) {
                text.append("\n" + heading(outcome) + "\n");
                writeNumbers(text, row -> row.outcome() == outcome);
            }
        }
        writeRejections(text);
        boolean changesSuppliers =
                file.purpose() != DropPurpose.PREVIEW && byOutcome.containsKey(RowOutcome.PREFERRED_IN_BOTH);
        int held = changesSuppliers ? held() : 0;
        if (held > 0) {
            writeHolds(text, held);
        }
        writeWhatToDo(text, rejects, in, held);
    }

    private String summary() {
        Map<RowOutcome, Long> byOutcome = byOutcome();
        long rejected = byOutcome.getOrDefault(RowOutcome.REJECTED, 0L);
        long unchanged = byOutcome.getOrDefault(RowOutcome.UNCHANGED, 0L);
        long withheld = byOutcome.getOrDefault(RowOutcome.WITHHELD, 0L);
        long changed = file.rowCount() - rejected - unchanged - withheld;
        String done = file.purpose() == DropPurpose.PREVIEW ? "would be applied" : "applied";
        return rows(file.rowCount()) + " read: " + changed + " " + done + ", " + unchanged + " so already, " + rejected
                + " rejected" + (withheld > 0 ? ", " + withheld + " not written" : "") + ".";
    }

    private Map<RowOutcome, Long> byOutcome() {
        Map<RowOutcome, Long> byOutcome = new EnumMap<>(RowOutcome.class);
        counts.forEach(count -> byOutcome.merge(count.outcome(), count.rowCount(), Long::sum));
        return byOutcome;
    }

    private String heading(RowOutcome outcome) {
        boolean isPreview = file.purpose() == DropPurpose.PREVIEW;
        return switch (outcome) {
            case PREFERRED -> isPreview
                    ? "Would become the preferred supplier in Optiply"
                    : "Now the preferred supplier in Optiply";
            case PREFERRED_IN_BOTH -> isPreview
                    ? "Would become the preferred supplier in Optiply, and the product's supplier in Picqer"
                    : "Now the preferred supplier in Optiply, and the product's supplier in Picqer";
            case PREFERRED_IN_OPTIPLY_ONLY -> "The preferred supplier in Optiply only: Picqer names another supplier,"
                    + " and the setting `writes`\nlets nothing be written there. The next run of supplier-products"
                    + " makes Picqer's supplier the\npreferred one again, unless you choose the supplier in Picqer"
                    + " yourself";
            case TAKEN_AWAY -> isPreview
                    ? "Would not be the preferred supplier any more: the product would have none"
                    : "Not the preferred supplier any more: the product has none now; Picqer was left alone";
            case UNCHANGED -> "So already: nothing to do";
            case WITHHELD -> "Not written, because the setting `writes` is `off`";
            case REJECTED -> "Rejected";
            case OPEN, UNDER_WAY -> "Not tried yet";
        };
    }

    /** The numbers of all rows that are meant, as ranges. @return the first of them */
    private @Nullable DroppedRow writeNumbers(Appendable text, Predicate<DroppedRow> isMeant) throws IOException {
        DroppedRow first = null;
        NumberRanges ranges = new NumberRanges(text, BrokenLines.CHARACTERS_MAX);
        long last = 0;
        List<DroppedRow> page = page(last);
        while (!page.isEmpty()) {
            for (DroppedRow row : page) {
                boolean isOneOfThem = isMeant.test(row);
                ranges.next(row.number(), isOneOfThem);
                first = first == null && isOneOfThem ? row : first;
            }
            last = page.get(page.size() - 1).number();
            page = page(last);
        }
        ranges.end();
        return first;
    }

    private List<DroppedRow> page(long after) {
        return store.read(tx -> tx.droppedRows().page(file.id(), after, ROWS_AT_ONCE));
    }

    private void writeRejections(Appendable text) throws IOException {
        List<OutcomeCount> rejected = counts.stream()
                .filter(count -> count.outcome() == RowOutcome.REJECTED)
                .toList();
        if (!rejected.isEmpty()) {
            text.append(file.purpose() == DropPurpose.PREVIEW ? "\nWould be rejected\n" : REJECTED);
        }
        for (OutcomeCount count : rejected) {
            PreferenceReason reason = PreferenceReason.of(Objects.requireNonNull(count.reason()));
            text.append("  " + rows(count.rowCount()) + ", " + reason.code() + "\n");
            DroppedRow example = writeNumbers(
                    text,
                    row -> row.outcome() == RowOutcome.REJECTED && reason.code().equals(row.reason()));
            if (example != null) {
                String sentence = reason.sentence(FileAnswer.detail(example));
                BrokenLines.write(text, "    ", "Row " + example.number() + ": " + sentence);
            }
            BrokenLines.write(text, "    ", reason.advice());
        }
    }

    /** How many former suppliers' records the guards hold for a person. */
    private int held() {
        return store.read(tx -> tx.holds()
                        .ids(
                                file.customer(),
                                Kind.SUPPLIER_PRODUCTS,
                                EnumSet.of(HoldState.HELD, HoldState.PASSED_OVER)))
                .size();
    }

    private void writeHolds(Appendable text, int held) throws IOException {
        text.append("\nWaiting for a person\n");
        BrokenLines.write(
                text,
                "  ",
                held + " supplier products of former suppliers stay enabled in Optiply until somebody approves that"
                        + " they are disabled: so many at once may be a mistake.");
    }

    private void writeWhatToDo(Appendable text, @Nullable String rejects, Path in, int held) throws IOException {
        List<String> advice = advice(rejects, held);
        text.append("\nWhat to do\n");
        for (String one : advice) {
            BrokenLines.write(text, "  ", one);
        }
        if (rejects != null) {
            text.append("  The folder to drop it into: " + in + "\n");
        }
        if (advice.isEmpty()) {
            text.append("  Nothing.\n");
        }
    }

    private List<String> advice(@Nullable String rejects, int held) {
        Map<RowOutcome, Long> byOutcome = byOutcome();
        List<String> advice = new ArrayList<>();
        if (file.purpose() == DropPurpose.PREVIEW) {
            advice.add("Nothing was written. To apply it: import " + file.customer() + " FILE");
        }
        if (byOutcome.containsKey(RowOutcome.WITHHELD)) {
            advice.add("Set `writes` to \"all\" in the customer's file, start the program again, and drop the file"
                    + " again.");
        }
        if (byOutcome.containsKey(RowOutcome.PREFERRED_IN_OPTIPLY_ONLY)) {
            advice.add("Choose the supplier in Picqer too, for the rows of which Optiply only was told.");
        }
        if (held > 0) {
            advice.add("Ask whoever runs the program to look at what waits, and to let it through: approve "
                    + file.customer());
        }
        if (rejects != null) {
            advice.add("Correct the rows in " + rejects + ": what_to_do says how. Save it as it is and drop it. The"
                    + " columns row, reason and what_to_do may stay. Rows that were applied need not come again.");
        }
        return advice;
    }

    private static String rows(long rows) {
        return rows == 1 ? "1 row" : rows + " rows";
    }
}
