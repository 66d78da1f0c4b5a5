package com.optiply.picqer.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.optiply.picqer.filedrop.TableReader;
import com.optiply.picqer.flow.ChoiceOfSuppliers;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What has to have become of a list when all is over.
 *
 * @param content of the list
 * @param supplier whom it chooses
 */
record DroppedAnswers(ChoiceOfSuppliers shop, DropWay way, byte[] content, String supplier) {
    /** What lies in the folders of answers already, under the same name. */
    static final String EARLIER = "an earlier list, or its answer";

    private static final String SECOND = "list (2)";

    /** Whether there is no answer yet where one is to be. */
    boolean isMissing() throws IOException {
        return way.answered().isEmpty() || added(way.answered()).isEmpty();
    }

    /** Whether it is over: nothing is left where lists wait, and the answer is there where one is to be. */
    boolean isOver() throws IOException {
        return names("in").isEmpty()
                && names("importing").isEmpty()
                && (way.answered().isEmpty() || !isMissing());
    }

    /** Answers that are there, and not whole. */
    List<String> halves() throws IOException {
        List<String> wrong = new ArrayList<>();
        if (!way.answered().isEmpty()) {
            Path folder = shop.folder(way.answered());
            if (Files.exists(folder.resolve(SECOND + ".result.txt"))) {
                addAnswer(wrong, folder);
            }
            if (Files.exists(folder.resolve(SECOND + ".rejects" + way.ending()))) {
                addRejects(wrong, folder.resolve(SECOND + ".rejects" + way.ending()));
            }
        }
        return wrong;
    }

    /** What is not as it has to be. */
    List<String> differences() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String folder : List.of("in", "importing")) {
            if (!names(folder).isEmpty()) {
                wrong.add("left in " + folder + ": " + names(folder));
            }
        }
        for (String folder : List.of("done", "failed")) {
            Set<String> expected = folder.equals(way.answered()) ? expected() : Set.of();
            if (!added(folder).equals(expected)) {
                wrong.add("in " + folder + ": " + added(folder));
            }
            for (String earlier : List.of(way.fileName(), "list.result.txt")) {
                if (!Files.readString(shop.folder(folder).resolve(earlier)).equals(EARLIER)) {
                    wrong.add("overwritten in " + folder + ": " + earlier);
                }
            }
        }
        if (wrong.isEmpty() && !way.answered().isEmpty()) {
            Path list = shop.folder(way.answered()).resolve(SECOND + way.ending());
            if (!Arrays.equals(Files.readAllBytes(list), content)) {
                wrong.add("the list is another one");
            }
            wrong.addAll(halves());
        }
        addAccount(wrong);
        if (!shop.world
                .engine()
                .store()
                .read(tx -> tx.droppedFiles().open(SyncSetup.ACME))
                .isEmpty()) {
            wrong.add("the state knows of a file that is not over");
        }
        return wrong;
    }

    private Set<String> expected() {
        Set<String> expected = new TreeSet<>(Set.of(SECOND + way.ending(), SECOND + ".result.txt"));
        if (way.answered().equals("done")) {
            expected.add(SECOND + ".rejects" + way.ending());
        }
        return expected;
    }

    private void addAnswer(List<String> wrong, Path folder) throws IOException {
        String answer = Files.readString(folder.resolve(SECOND + ".result.txt"), UTF_8);
        boolean isWhole =
                switch (way) {
                    case NO_LIST -> answer.contains(
                                    "Nothing of this file was applied.\nThe column `skuCode` is missing")
                            && answer.endsWith("drop the file again.\n");
                    case STRAY -> answer.endsWith("Drop the file again. Rows that are so already are left alone.\n");
                    default -> answer.contains("\n3 rows read: 2 applied, 0 so already, 1 rejected.\n")
                            && answer.contains("Correct the rows in " + SECOND + ".rejects" + way.ending())
                            && answer.endsWith("  The folder to drop it into: " + shop.folder("in") + "\n");
                };
        if (!isWhole) {
            wrong.add("the answer: " + answer);
        }
    }

    private void addRejects(List<String> wrong, Path file) throws IOException {
        try (TableReader rejects = TableReader.open(file)) {
            boolean isHeader = rejects.header()
                    .equals(List.of("skuCode", "supplierName", "preferred", "note", "row", "reason", "what_to_do"));
            boolean isRow = rejects.next()
                    .filter(row -> row.cells().subList(0, 5).equals(List.of("SKU-9", supplier, "TRUE", "unknown", "4")))
                    .isPresent();
            if (!isHeader || !isRow || rejects.next().isPresent()) {
                wrong.add("the rejects are not whole");
            }
        }
    }

    private void addAccount(List<String> wrong) {
        boolean isApplied = way.answered().equals("done");
        if (isApplied && !shop.preferred().equals(Map.of(1, supplier, 2, supplier))) {
            wrong.add("preferred in Optiply: " + shop.preferred());
        }
        List<String> writes =
                shop.world.writes().stream().map(LoggedRequest::path).toList();
        if (Set.copyOf(writes).size() != writes.size() || writes.isEmpty() == isApplied) {
            wrong.add("written in Optiply: " + writes);
        }
    }

    private Set<String> added(String folder) throws IOException {
        Set<String> names = names(folder);
        names.removeAll(List.of(way.fileName(), "list.result.txt"));
        return names;
    }

    private Set<String> names(String folder) throws IOException {
        if (!Files.isDirectory(shop.folder(folder))) {
            return new TreeSet<>();
        }
        try (Stream<Path> files = Files.list(shop.folder(folder))) {
            Set<String> names = new TreeSet<>();
            files.forEach(file -> names.add(file.getFileName().toString()));
            return names;
        }
    }
}
