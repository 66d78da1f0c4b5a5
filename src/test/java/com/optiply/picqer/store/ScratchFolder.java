package com.optiply.picqer.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder for what goes with a test: in memory where the system has room for it there, since no test cuts the power,
 * and to wait for the disk after each write is a tenth of the time of a run.
 */
public final class ScratchFolder {
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM_BYTES = 2L << 30;

    private ScratchFolder() {}

    /** A new one, whose name begins so. */
    public static Path create(String name) throws IOException {
        return hasRoom() ? Files.createTempDirectory(MEMORY, name) : Files.createTempDirectory(name);
    }

    /** With all that is in it. */
    static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException notDeleted) {
            throw new UncheckedIOException(notDeleted);
        }
    }

    private static boolean hasRoom() throws IOException {
        return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM_BYTES;
    }
}
