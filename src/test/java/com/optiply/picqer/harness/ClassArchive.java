package com.optiply.picqer.harness;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The classes of the delivered jar as the platform lays them out in memory, as the image has them too: a quarter of the
 * processor time of a short run. The first test that starts the jar makes it, beside the jar, and all others use it.
 */
final class ClassArchive {
    private ClassArchive() {}

    /** The archive of that jar, which is made where there is none or an older one. */
    static synchronized Path of(Path jar) {
        Path archive = jar.resolveSibling("tested.jsa");
        Path lock = jar.resolveSibling("tested.jsa.lock");
        try (FileChannel channel = FileChannel.open(lock, CREATE, WRITE)) {
            channel.lock();
            if (!isOf(archive, jar)) {
                make(archive, jar);
            }
            return archive;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static boolean isOf(Path archive, Path jar) throws IOException {
        return Files.exists(archive)
                && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) > 0;
    }

    /** The demo uses nearly all classes. */
    private static void make(Path archive, Path jar) throws IOException, InterruptedException {
        Path unfinished = archive.resolveSibling("unfinished.jsa");
        Path output = archive.resolveSibling("tested.jsa.log");
        List<String> command = new ArrayList<>(Program.java());
        command.addAll(List.of("-XX:ArchiveClassesAtExit=" + unfinished, "-jar", jar.toString(), "demo", "--json"));
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        assertThat(exit).as("see %s", output).isZero();
        Files.move(unfinished, archive, StandardCopyOption.REPLACE_EXISTING);
    }
}
