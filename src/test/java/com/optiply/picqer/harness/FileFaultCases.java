package com.optiply.picqer.harness;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import com.optiply.picqer.harness.FileFaults.Call;
import com.optiply.picqer.harness.FileFaults.Kind;
import com.optiply.picqer.harness.FileFaults.What;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * What {@link FailingFileTest} has a process of its own do, whose file system is {@link FaultyFiles}: lists are
 * dropped one after the other, and with each of them another call goes wrong.
 */
final class FileFaultCases {
    /** So many of all looks of one way are enough to meet every step. */
    private static final int LOOKS = 6;

    /** One call, and what goes wrong with it. */
    record Case(Enum<?> way, Call call, Kind kind) {
        /** The one command that repeats it. */
        String repeat() {
            return "mvn -B test -Dtest=FailingFileTest -Dway=%s -Dcall='%s' -Dfault=%s".formatted(way, call, kind);
        }
    }

    private final DroppedLists lists;
    private final Path report;

    private FileFaultCases(DroppedLists lists, Path report) {
        this.lists = lists;
        this.report = report;
    }

    /** The file to report to, and whether each call is to meet each kind of fault. */
    public static void main(String[] arguments) throws Exception {
        Path report = Path.of(arguments[0]);
        boolean isEach = arguments[1].equals("each");
        try (DroppedLists lists = new DroppedLists()) {
            new FileFaultCases(lists, report).play(isEach);
        }
        for (StateFiles.Way way : StateFiles.Way.values()) {
            if (isMeant("way", way)) {
                playState(way, report, isEach);
            }
        }
        System.exit(0);
    }

    private void play(boolean isEach) throws Exception {
        for (DropWay way : DropWay.values()) {
            if (isMeant("way", way)) {
                List<Call> calls = calls(way);
                Set<Case> cases = new LinkedHashSet<>();
                each(way, calls).filter(one -> isEach || isInTurn(calls, one)).forEach(cases::add);
                if (System.getProperty("call") == null) {
                    onceWrong(way).forEach(cases::add);
                }
                for (Case one : cases) {
                    report(report, one, () -> wrong(way, one));
                }
            }
        }
    }

    private static void playState(StateFiles.Way way, Path report, boolean isEach) throws Exception {
        List<Call> calls;
        try (StateFiles state = new StateFiles(way)) {
            FileFaults.THIS_PROCESS.arm(state.folder(), null, null);
            state.live();
            calls = FileFaults.THIS_PROCESS.calls();
            FileFaults.THIS_PROCESS.disarm();
        }
        Set<Case> cases = new LinkedHashSet<>();
        each(way, calls).filter(one -> isEach || isInTurn(calls, one)).forEach(cases::add);
        if (System.getProperty("call") == null) {
            onceWrong(way).forEach(cases::add);
        }
        for (Case one : cases) {
            report(report, one, () -> wrongOfState(way, one));
        }
    }

    private static List<String> wrongOfState(StateFiles.Way way, Case one) throws IOException {
        try (StateFiles state = new StateFiles(way)) {
            FileFaults.THIS_PROCESS.arm(state.folder(), one.call(), one.kind());
            String told = state.live();
            boolean hasStruck = FileFaults.THIS_PROCESS.hasStruck();
            FileFaults.THIS_PROCESS.disarm();
            String later = told == null ? null : state.live();
            List<String> wrong = state.differences();
            if (told != null && !told.contains(state.folder().toString())) {
                wrong.add("it was only said: " + told);
            }
            if (!hasStruck) {
                wrong.add("the call did not come up");
            }
            if (later != null) {
                wrong.add("said later: " + later);
            }
            return wrong;
        }
    }

    private static Stream<Case> each(Enum<?> way, List<Call> calls) {
        return calls.stream().filter(call -> isMeant("call", call)).flatMap(call -> kinds(call)
                .map(kind -> new Case(way, call, kind)));
    }

    private static Stream<Kind> kinds(Call call) {
        return Arrays.stream(Kind.values())
                .filter(kind -> !kind.kills() && kind.isOf(call.what()))
                .filter(kind -> isMeant("fault", kind));
    }

    private static boolean isMeant(String property, Object value) {
        return System.getProperty(property, value.toString()).equals(value.toString());
    }

    /** Each change with one kind of fault, and a few of the looks, which are spread over all. */
    private static boolean isInTurn(List<Call> calls, Case one) {
        boolean isLook = one.call().what() == What.LOOK;
        List<Call> alike = calls.stream()
                .filter(call -> (call.what() == What.LOOK) == isLook)
                .toList();
        int index = alike.indexOf(one.call());
        List<Kind> kinds = kinds(one.call()).toList();
        boolean isOneOfAFew = !isLook
                || System.getProperty("call") != null
                || index * LOOKS / alike.size() > (index - 1) * LOOKS / alike.size();
        return isOneOfAFew && kinds.get(index % kinds.size()) == one.kind();
    }

    /** What was not put right when it was first tried. */
    private static Stream<Case> onceWrong(Enum<?> way) throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/harness/files.csv")).stream()
                .map(line -> line.split(","))
                .filter(cells -> cells[0].equals(way.name()))
                .map(cells -> new Case(way, Call.of(cells[1]), Kind.valueOf(cells[2])));
    }

    /** Of a list with which nothing goes wrong. */
    private List<Call> calls(DropWay way) throws Exception {
        lists.lay(way);
        FileFaults.THIS_PROCESS.arm(lists.folders(), null, null);
        lists.live();
        List<Call> calls = FileFaults.THIS_PROCESS.calls();
        FileFaults.THIS_PROCESS.disarm();
        List<String> wrong = new ArrayList<>(lists.told());
        lists.heal(!lists.told().isEmpty());
        wrong.addAll(lists.answers().differences());
        if (calls.isEmpty() || !wrong.isEmpty()) {
            throw new IllegalStateException(way + " without a fault: " + calls + wrong);
        }
        return calls;
    }

    private static void report(Path report, Case one, Callable<List<String>> played) throws Exception {
        List<String> wrong;
        try {
            wrong = played.call();
        } catch (IOException | RuntimeException broken) {
            wrong = List.of(broken.toString());
        }
        String line =
                "%s %s, %s: %s%n".formatted(wrong.isEmpty() ? "right" : "wrong", one.way(), one.call(), one.kind());
        for (String difference : wrong) {
            line += "    " + difference.strip().replace("\n", "\n    ") + "\n";
        }
        line += wrong.isEmpty() ? "" : "    repeat: " + one.repeat() + "\n";
        Files.writeString(report, line, CREATE, APPEND);
    }

    private List<String> wrong(DropWay way, Case one) throws Exception {
        List<String> wrong = new ArrayList<>();
        lists.lay(way);
        FileFaults.THIS_PROCESS.arm(lists.folders(), one.call(), one.kind());
        lists.live();
        boolean hasStruck = FileFaults.THIS_PROCESS.hasStruck();
        FileFaults.THIS_PROCESS.disarm();
        if (!hasStruck) {
            wrong.add("the call did not come up");
        }
        if (lists.told().isEmpty() && !lists.answers().isOver()) {
            wrong.add("it was not through, and nothing was said");
        }
        for (String told : lists.told()) {
            boolean isSaid = told.contains(lists.folders().toString())
                    && (told.contains("Input/output error")
                            || told.contains("No space left on device")
                            || one.call().text().startsWith("look at acme/")); // then the path alone is said
            if (!isSaid) {
                wrong.add("it was only said: " + told);
            }
        }
        wrong.addAll(lists.answers().halves());
        lists.heal(!lists.told().isEmpty());
        wrong.addAll(lists.told().stream().map(told -> "said later: " + told).toList());
        wrong.addAll(lists.answers().differences());
        return wrong;
    }
}
