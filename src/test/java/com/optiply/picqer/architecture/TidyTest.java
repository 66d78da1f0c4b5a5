package com.optiply.picqer.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The small rules that nobody should have to look for in a review. */
class TidyTest {
    private static final int FILE_LINES_MAX = 300;
    private static final int LINE_CHARACTERS_MAX = 120;
    private static final List<Path> ROOTS = List.of(Path.of("src/main"), Path.of("src/test/java"));
    private static final List<String> ENDINGS = List.of(".java", ".sql", ".xml", ".properties", ".html", ".css", ".js");

    /** Lines that wider text cannot be cut from: imports, and text blocks that are one line to whoever reads them. */
    private static final Pattern UNBREAKABLE = Pattern.compile("import .*|.*https?://\\S+.*");

    /** Words that stand for work not done; split here, so that this file does not hold them. */
    private static final Pattern UNFINISHED = Pattern.compile(".*\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b.*");

    /** Every way to let a thread sleep, park or spin; split for the same reason. */
    private static final Pattern SLEEP = Pattern.compile(".*(\\bsl" + "eep\\s*\\(|::sl"
            + "eep\\b|\\bLockSupport\\s*\\.\\s*pa" + "rk|\\bpa" + "rk(Nanos|Until)\\s*\\(|\\bonSp" + "inWait\\b).*");

    private static final String MAIN = "src/main/java/com/optiply/picqer/";
    private static final String TESTS = "src/test/java/com/optiply/picqer/";

    /** Who may let a thread sleep, and why. */
    private static final Map<String, String> SLEEPERS = Map.of(
            MAIN + "door/DoorTime.java",
            "the door's own clock, which waits as the accounts ask; tests have one that stands still",
            MAIN + "service/FileImport.java",
            "looks whether the service has got further with a list: it is another process, and tells only the state",
            MAIN + "service/OneTimeRun.java",
            "the same with a run that the service was asked for",
            TESTS + "harness/Eventually.java",
            "looks again for what tells nobody, up to a deadline; all other tests wait by it",
            TESTS + "service/Neighbourhood.java",
            "measures how much each customer gets in a stretch of time, which has to pass",
            TESTS + "flow/run/TurnsTest.java",
            "holds the turn for a moment, so that another writer would be seen beside it",
            TESTS + "bench/MeterTest.java",
            "spends time of the processor, which is what is measured");

    /** Files that are longer, and why that is better. */
    private static final Map<String, String> LONG_FILES = Map.of(
            "src/test/java/com/optiply/picqer/door/PicqerDoorTest.java",
            "every way in which a request can go, on one door and against one server",
            "src/test/java/com/optiply/picqer/door/OptiplyDoorTest.java",
            "the same for the other door, with its tokens");

    @Test
    void everyFileIsTidy() throws IOException {
        List<String> untidy = new ArrayList<>();
        for (Path file : files()) {
            check(file, Files.readAllLines(file), untidy);
        }
        assertThat(untidy)
                .as("%n%s", String.join(System.lineSeparator(), untidy))
                .isEmpty();
    }

    @Test
    void everyExceptionIsStillNeeded() {
        assertThat(SLEEPERS.keySet()).allMatch(TidyTest::sleeps);
        assertThat(LONG_FILES.keySet()).allMatch(TidyTest::isLong);
    }

    private static boolean sleeps(String file) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.anyMatch(line -> SLEEP.matcher(line).matches());
        } catch (IOException gone) {
            return false;
        }
    }

    private static boolean isLong(String file) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.count() > FILE_LINES_MAX;
        } catch (IOException gone) {
            return false;
        }
    }

    private static void check(Path file, List<String> lines, List<String> untidy) {
        if (lines.size() > FILE_LINES_MAX && !LONG_FILES.containsKey(file.toString())) {
            untidy.add(file + ":" + lines.size() + ": more than " + FILE_LINES_MAX
                    + " lines — take a part out that has a name of its own");
        }
        for (int index = 0; index < lines.size(); index++) {
            String place = file + ":" + (index + 1) + ": ";
            check(file, lines.get(index)).forEach(what -> untidy.add(place + what));
        }
    }

    private static List<String> check(Path file, String line) {
        List<String> problems = new ArrayList<>();
        if (line.length() > LINE_CHARACTERS_MAX && !UNBREAKABLE.matcher(line).matches()) {
            problems.add(line.length() + " characters — break the line at " + LINE_CHARACTERS_MAX);
        }
        if (line.indexOf('\t') >= 0) {
            problems.add("a tab — use blanks");
        }
        if (!line.equals(line.stripTrailing())) {
            problems.add("blanks at the end — remove them");
        }
        if (UNFINISHED.matcher(line).matches()) {
            problems.add("a marker of unfinished work — finish it, or say it where plans are kept");
        }
        if (SLEEP.matcher(line).matches() && !SLEEPERS.containsKey(file.toString())) {
            problems.add(
                    "a thread that sleeps, parks or spins — wait for what happens (Eventually), or inject a clock");
        }
        return problems;
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path root : ROOTS) {
            try (Stream<Path> all = Files.walk(root)) {
                all.filter(file -> ENDINGS.stream().anyMatch(file.toString()::endsWith))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }
}
