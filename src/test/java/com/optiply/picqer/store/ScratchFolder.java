package com.optiply.picqer.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for what goes with a test: in memory where the system has room for it there, since no test cuts the power,
 * and to wait for the disk after each write is a tenth of the time of a run. What a test process leaves there goes
 * with the next one.
 */
public final class ScratchFolder {
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM_BYTES = 8L << 30;
    private static final String OF_PROCESS = "picqer-optiply-tests-";
    private static final Path PARENT = parent();

    private ScratchFolder() {}

    /** A new one, whose name begins so. */
    public static Path create(String name) throws IOException {
        return Files.createTempDirectory(PARENT, name);
    }

    private static Path parent() {
        try {
            Path place = hasRoom() ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
            leftBehind(place).forEach(ScratchFolder::remove);
            return Files.createDirectories(
                    place.resolve(OF_PROCESS + ProcessHandle.current().pid()));
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }

    private static boolean hasRoom() throws IOException {
        return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM_BYTES;
    }

    private static List<Path> leftBehind(Path place) throws IOException {
        try (Stream<Path> all = Files.list(place)) {
            return all.filter(folder -> folder.getFileName().toString().matches(OF_PROCESS + "\\d+"))
                    .filter(folder -> ProcessHandle.of(pid(folder)).isEmpty())
                    .toList();
        }
    }

    private static long pid(Path folder) {
        return Long.parseLong(folder.getFileName().toString().substring(OF_PROCESS.length()));
    }

    /**
     * With all that is in it. Where somebody else removes it too, or still writes to it, some of it may stay: that goes
     * when tests are run the next time.
     */
    static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException inUse) {
            return;
        }
    }
}
