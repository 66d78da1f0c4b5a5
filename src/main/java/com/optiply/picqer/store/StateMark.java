package com.optiply.picqer.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

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
    void requireReached(long known, long progress) {
        if (progress < known) {
            throw new StoreException("The state in `" + state + "` is an older copy of the one that was last used here,"
                    + " so it does not know all that is in Optiply. If it is meant to be used, say so with"
                    + " `restore` (without a file): then Optiply is listed first, and nothing is created twice.");
        }
    }

    /**
     * In place, and not by a new file under the same name: that would belong to whoever ran the last command, and the
     * service might not be let to read it. All digits are there, so that one write replaces the other as a whole.
     */
    void write(long progress) {
        byte[] line = String.format(Locale.ROOT, "%019d%n", progress).getBytes(StandardCharsets.US_ASCII);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(line), 0);
        } catch (IOException notWritten) {
            throw new StoreException(
                    "The file `" + file + "` beside the state cannot be written. Let the user of this program write "
                            + "it, and see that the disk is not full.",
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
    long read() {
        try {
            String text = Files.exists(file)
                    ? Files.readString(file, StandardCharsets.US_ASCII).strip()
                    : "";
            return text.matches("[0-9]{1,19}") ? Long.parseLong(text) : 0;
        } catch (IOException unreadable) {
            throw new StoreException(
                    "The file `" + file + "` beside the state cannot be read. Let the user of this program read it.",
                    unreadable);
        }
    }
}
