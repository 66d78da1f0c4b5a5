package com.optiply.picqer.store;

import com.optiply.picqer.store.database.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A state in which nothing is, as the program leaves it that was only started. It is made once and copied for each
 * world: to make its tables takes a third of the time in which the program starts.
 */
public final class EmptyState {
    private static final Path MADE = make();

    private EmptyState() {}

    /** Such a state in that file, which is not there yet. */
    public static void copyTo(Path file) {
        try {
            Files.copy(MADE, file, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException noSpace) {
            throw new UncheckedIOException(noSpace);
        }
    }

    private static Path make() {
        try {
            Path folder = ScratchFolder.create("empty-state");
            Path file = folder.resolve("state.db");
            Store.open(new StoreSettings("jdbc:sqlite:" + file, null, null)).close();
            return file;
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }
}
