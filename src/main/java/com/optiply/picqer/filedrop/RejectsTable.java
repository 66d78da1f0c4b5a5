package com.optiply.picqer.filedrop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The rows of a table that were not taken, as their owner wrote them, with what is wrong beside each: in the form of
 * the table itself, so that it can be corrected and dropped as it is.
 */
public final class RejectsTable implements AutoCloseable {
    private static final List<String> OURS = List.of("row", "reason", "what_to_do");

    private final TableWriter writer;
    private final List<Integer> columns = new ArrayList<>();

    /** @param header of the table that it answers; columns of an earlier answer are left out */
    public RejectsTable(Path file, TableForm form, List<String> header) throws IOException {
        writer = TableWriter.create(file, form);
        List<String> names = new ArrayList<>();
        for (int column = 0; column < header.size(); column++) {
            String name = header.get(column);
            if (!Set.copyOf(OURS).contains(name.strip().toLowerCase(Locale.ROOT))) {
                columns.add(column);
                names.add(name);
            }
        }
        names.addAll(OURS);
        writer.write(names);
    }

    public void add(TableRow row, String reason, String whatToDo) throws IOException {
        List<String> cells = new ArrayList<>();
        for (int column : columns) {
            cells.add(column < row.cells().size() ? row.cells().get(column) : "");
        }
        cells.add(Long.toString(row.number()));
        cells.add(Harmless.text(reason));
        cells.add(Harmless.text(whatToDo));
        writer.write(cells);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
