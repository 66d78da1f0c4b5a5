package com.optiply.picqer.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A small file beside that of the state, which says how far the state has come. By it a state that is gone, or is an
 * older copy, is told from one that never was (src/docs/decisions/22). It may lag behind; it is never ahead.
 */
final class StateMark {
    private final Path state;
    private final Path file;

    StateMark(Path state) {
        this.state = state;
        this.file = state.resolveSibling(state.getFileName() + ".mark");
    }

    Path file() {
        return file;
    }

    /** A state that was there and is gone is not begun anew without a word. */
    void requireState() {
        if (Files.exists(file) && Files.notExists(state)) {
            throw new StoreException("The state in `" + state + "` is gone, though it was there: `" + file
                    + "` says so. Put back a backup: `restore FILE`. Without one, delete `" + file.getFileName()
                    + "` and start again: everything is read anew and linked to what Optiply has, nothing is created"
                    + " twice.");
        }
    }

    /** What was written after an older copy was made is in Optiply, and the copy does not know it. */
    void requireReached(long progress) {
        if (progress < known()) {
            throw new StoreException("The state in `" + state + "` is an older copy than the state that was last used"
                    + " here, so it does not know all that is in Optiply. If it is meant to be used, say so with"
                    + " `restore` (without a file): then Optiply is listed first, and nothing is created twice.");
        }
    }

    void write(long progress) {
        try {
            Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName() + ".", ".new");
            Files.writeString(fresh, progress + "\n", StandardCharsets.US_ASCII);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException notWritten) {
            throw new StoreException(
                    "The file `" + file + "` beside the state cannot be written. Let the user of this program write "
                            + "in its folder, and see that the disk is not full.",
                    notWritten);
        }
    }

    /** Where the mark moves on to another state, as if it had stood beside that one. */
    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException notRemoved) {
            throw new StoreException("The file `" + file + "` cannot be removed. Remove it by hand.", notRemoved);
        }
    }

    /** A power cut may leave it empty: then it knows of nothing. */
    private long known() {
        try {
            String text = Files.exists(file)
                    ? Files.readString(file, StandardCharsets.US_ASCII).strip()
                    : "";
            return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
        } catch (IOException unreadable) {
            throw new StoreException(
                    "The file `" + file + "` beside the state cannot be read. Let the user of this program read it.",
                    unreadable);
        }
    }
}
