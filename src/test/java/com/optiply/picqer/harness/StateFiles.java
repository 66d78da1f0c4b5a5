package com.optiply.picqer.harness;

import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.store.ScratchFolder;
import com.optiply.picqer.store.StateCopies;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.database.StoreException;
import com.optiply.picqer.store.database.StoreSettings;
import com.optiply.picqer.store.row.DropPurpose;
import com.optiply.picqer.store.row.DroppedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A state in a file, with its mark and its copies beside it: what it holds are the names of lists. */
final class StateFiles implements AutoCloseable {
    /** What is done with it. */
    enum Way {
        /** It is opened, and written to. */
        WRITTEN,
        /** It is copied. */
        COPIED,
        /** A copy is put in its place. */
        PUT_BACK
    }

    private static final String FIRST = "first";
    private static final String SECOND = "second";

    private final Way way;
    private final Path folder;
    private int times;

    StateFiles(Way way) throws IOException {
        this.way = way;
        folder = ScratchFolder.create("state-files");
        write(FIRST);
        if (way == Way.PUT_BACK) {
            StateCopies.make(settings(state()), copy());
            write(SECOND);
        }
    }

    Path folder() {
        return folder;
    }

    private Path state() {
        return folder.resolve("state.db");
    }

    private Path copy() {
        return folder.resolve("copy.db");
    }

    private static StoreSettings settings(Path file) {
        return new StoreSettings("jdbc:sqlite:" + file, null, null);
    }

    private void write(String name) {
        try (Store store = Store.open(settings(state()))) {
            store.durably(tx -> tx.droppedFiles().add(SyncSetup.ACME, name, DropPurpose.APPLY, Instant.EPOCH));
        }
    }

    /** What went wrong; null: nothing. A copy that is there is not made again. */
    @Nullable
    String live() {
        times++;
        try {
            switch (way) {
                case WRITTEN -> write(SECOND);
                case COPIED -> {
                    if (!copy().toFile().exists()) {
                        StateCopies.make(settings(state()), copy());
                    }
                }
                case PUT_BACK -> StateCopies.putInPlace(
                        settings(state()),
                        copy(),
                        Clock.offset(Clock.systemUTC(), Duration.ofMinutes(times)),
                        holders -> {});
            }
            return null;
        } catch (StoreException refused) {
            return refused.getMessage();
        }
    }

    /** What is not as it has to be once it has come to its end. */
    List<String> differences() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String> state = names(state());
        switch (way) {
            case WRITTEN -> require(wrong, state, List.of(FIRST, SECOND));
            case COPIED -> {
                require(wrong, state, List.of(FIRST));
                require(wrong, names(copy()), List.of(FIRST));
            }
            case PUT_BACK -> {
                // A list that is under way is not gone on with in a state that was put back.
                require(wrong, state, List.of());
                require(wrong, names(aside()), List.of(FIRST, SECOND));
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.map(Path::toString)
                    .filter(file -> file.endsWith(".part") || file.contains(".restoring"))
                    .forEach(file -> wrong.add("left: " + file));
        }
        return wrong;
    }

    private static void require(List<String> wrong, List<String> found, List<String> expected) {
        if (!List.copyOf(new TreeSet<>(found)).equals(expected)) {
            wrong.add(found + " instead of " + expected);
        }
    }

    /** What stood there first. */
    private Path aside() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*before-restore-[0-9A-Za-z-]*"))
                    .min(Comparator.comparing(Path::toString))
                    .orElseThrow(() -> new IOException("what stood there is gone"));
        }
    }

    private static List<String> names(Path file) {
        try (Store store = Store.open(settings(file))) {
            return store.read(tx -> tx.droppedFiles().open(SyncSetup.ACME)).stream()
                    .map(DroppedFile::name)
                    .toList();
        }
    }

    @Override
    public void close() {
        HomeFolder.remove(folder);
    }
}
