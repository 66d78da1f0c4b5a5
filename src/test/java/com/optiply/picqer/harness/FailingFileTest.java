package com.optiply.picqer.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lists of preferred suppliers, file by file: a list is dropped, or brought with the command, and one of the calls that
 * this makes to the disk fails, or is carried out and reported as failed, or the disk is full. The program says what
 * was wrong with which file; later the list is applied once and answered once, and no half of an answer was to be seen
 * meanwhile. All cases have one process and one shop, whose file system is {@link FaultyFiles}. Some of them: by {@code
 * -Dway=}, {@code -Dcall=} and {@code -Dfault=}.
 */
class FailingFileTest {
    private static final long SECONDS_MAX = 3_600;

    @TempDir
    private Path folder;

    @Test
    void everyListIsAppliedAndAnsweredOnce() throws Exception {
        requireRight("a few");
    }

    @Tag("heavy")
    @Test
    void everyListIsAppliedAndAnsweredOnceWhateverWentWrong() throws Exception {
        requireRight("each");
    }

    private void requireRight(String much) throws Exception {
        Path report = folder.resolve("report");
        List<String> options = Stream.concat(
                        Stream.of(FaultyFiles.OPTION),
                        Stream.of("way", "call", "fault")
                                .filter(name -> System.getProperty(name) != null)
                                .map(name -> "-D" + name + "=" + System.getProperty(name)))
                .toList();
        Program cases = Program.startClass(folder, FileFaultCases.class, options, report.toString(), much);

        assertThat(cases.exitWithin(SECONDS_MAX)).as(() -> cases.lastWords()).isZero();
        assertThat(report).exists();
        assertThat(Files.readAllLines(report))
                .as("lines of cases that were not put right")
                .filteredOn(line -> !line.startsWith("right "))
                .isEmpty();
    }
}
