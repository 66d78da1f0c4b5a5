package com.optiply.picqer.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.harness.FileFaults.Kind;
import com.optiply.picqer.harness.FileFaults.What;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process that is killed exactly before, in the middle of, or after one of the calls by which it changes the files of
 * a list. What was chosen is applied once, and told once, by whoever goes on.
 */
class KilledFileTest {
    record Case(DropWay way, String call, Kind kind) {
        /**
         * A file that nobody knows gets its answer first, so that it never goes without. Killed before the file itself
         * is moved, the next process says the same once more.
         */
        boolean isAnsweredTwice() {
            return way == DropWay.STRAY
                    && (call.startsWith("move acme/failed/list (2).result.txt") && kind == Kind.KILLED_AFTER
                            || call.startsWith("move acme/failed/list (2).csv") && kind == Kind.KILLED_BEFORE);
        }

        /** The one command that repeats it. */
        String repeat() {
            return "mvn -B test -Pheavy -Dtest=KilledFileTest -Dway=%s -Dcall='%s' -Dfault=%s"
                    .formatted(way, call, kind);
        }
    }

    private static final String ANSWERED_TWICE = "in failed: [list (2).result.txt, list (3).csv, list (3).result.txt]";

    private static DroppedLists lists;

    @BeforeAll
    static void open() {
        lists = new DroppedLists();
    }

    @AfterAll
    static void close() {
        lists.close();
    }

    /** Each change with each kind of kill; some of them by {@code -Dway=}, {@code -Dcall=} and {@code -Dfault=}. */
    static Stream<Case> each() throws Exception {
        List<Case> all = new ArrayList<>();
        for (DropWay way : DropWay.values()) {
            if (System.getProperty("way", way.name()).equals(way.name())) {
                all.addAll(all(way));
            }
        }
        return all.stream()
                .filter(one -> System.getProperty("call", one.call()).equals(one.call()))
                .filter(one -> System.getProperty("fault", one.kind().name())
                        .equals(one.kind().name()));
    }

    private static List<Case> all(DropWay way) throws Exception {
        List<Case> all = new ArrayList<>();
        lists.lay(way);
        Program whole = lists.liveElsewhere(options("none", Kind.KILLED_BEFORE));
        assertThat(whole.exit()).as(whole.err()).isZero();
        whole.out().lines().filter(line -> line.startsWith("call ")).forEach(line -> {
            String[] words = line.split(" ", 3);
            Arrays.stream(Kind.values())
                    .filter(kind -> kind.kills() && kind.isOf(What.valueOf(words[1])))
                    .forEach(kind -> all.add(new Case(way, words[2], kind)));
        });
        return all;
    }

    @ParameterizedTest
    @CsvSource({
        "DROPPED, write acme/importing/part-N-list.csv no. 2, KILLED_HALF",
        "IMPORTED, move acme/done/list (2).result.txt no. 1, KILLED_AFTER"
    })
    void anotherProcessGoesOnWithTheList(DropWay way, String call, Kind kind) throws Exception {
        requireHealed(new Case(way, call, kind));
    }

    @Tag("heavy")
    @ParameterizedTest
    @MethodSource("each")
    void anotherProcessGoesOnWithTheListWhereverItWasKilled(Case one) throws Exception {
        requireHealed(one);
    }

    private static void requireHealed(Case one) throws Exception {
        lists.lay(one.way());
        Program killed = lists.liveElsewhere(options(one.call(), one.kind()));
        assertThat(killed.exit()).as(one.repeat() + killed.err()).isEqualTo(Halt.KILLED);
        assertThat(lists.answers().halves()).as(one.repeat()).isEmpty();

        lists.heal(true);

        assertThat(lists.told()).as(one.repeat()).isEmpty();
        assertThat(lists.answers().differences())
                .as(one.repeat())
                .isEqualTo(one.isAnsweredTwice() ? List.of(ANSWERED_TWICE) : List.of());
    }

    private static List<String> options(String call, Kind kind) {
        return List.of(
                FaultyFiles.OPTION,
                "-D" + FileFaults.BELOW + "=" + lists.folders(),
                "-D" + FileFaults.CALL + "=" + call,
                "-D" + FileFaults.KIND + "=" + kind);
    }
}
