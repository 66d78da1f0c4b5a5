package com.optiply.picqer.store.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * A small file beside that of the state, which says how far the state has come. By it a state that is gone, or is an
 * older copy, is told from one that never was (src/docs/decisions/22). It may lag behind; it is never ahead.
 */
public final class StateMark {
    private final Path state;
    private final Path file;

    public StateMark(Path state) {
        this.state = state;
        this.file = state.resolveSibling(state.getFileName() + ".mark");
    }

    Path file() {
        return file;
    }

    /**
     * Notes that a state is about to be made here: by that note a file that nothing has been written to yet is told
     * from one that was emptied. Nothing stands in it, so that it is there as a whole or not at all.
     */
    void begin() {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException begunBefore) {
            // By another process, or by one that was killed.
        } catch (IOException notMade) {
            throw notWritable(notMade);
        }
    }

    /** A state that was there and is gone, or has been emptied, is not begun anew without a word. */
    public void requireState() {
        if (size(state) == 0 && size(file) != 0 && size(state) == 0) { // Another process may be making it meanwhile.
            throw new StoreException("The state in `" + state + "` is an empty file, as a full disk or a copy that "
                    + "broke off leaves it. Put back a backup: `restore FILE`. Without one, delete it and "
                    + "`" + file.getFileName() + "` beside it, and start again: everything is read anew and linked to"
                    + " what Optiply has, nothing is created twice.");
        }
        if (size(file) > 0 && Files.notExists(state)) {
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

    /** Below 0 where there is no such file. */
    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : -1;
        } catch (IOException goneMeanwhile) {
            return -1;
        }
    }

    /**
     * In place, and not by a new file under the same name: that would belong to whoever ran the last command, and the
     * service might not be let to read it. All digits are there, so that one write replaces the other as a whole.
     */
    void write(long progress) {
        byte[] line = String.format(Locale.ROOT, "%019d%n", progress).getBytes(StandardCharsets.US_ASCII);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            boolean isFirst = channel.size() == 0;
            channel.write(ByteBuffer.wrap(line), 0);
            if (isFirst) {
                channel.force(true); // An empty one says that there was no state.
            }
        } catch (IOException notWritten) {
            throw notWritable(notWritten);
        }
    }

    private StoreException notWritable(IOException why) {
        return new StoreException(
                "The file `" + file + "` beside the state cannot be written. Let the user of this program write it, and"
                        + " see that the disk is not full.",
                why);
    }

    /** Where the mark moves on to another state, as if it had stood beside that one. */
    public void remove() {
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
