package com.optiply.picqer.harness;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.flow.SyncWorld;
import com.optiply.picqer.harness.SmallLife.Way;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.sandbox.server.Occurrences;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Promises 1 to 6, 10 and 12, call by call: a small shop lives through what {@link SmallLife} tells, and one of the
 * calls that this takes goes wrong. One clean run must put everything right: what came from Picqer without the
 * comparison's help.
 */
@Execution(ExecutionMode.CONCURRENT)
class FailingCallTest {
    /** One call of those that a world without faults makes, and what goes wrong with it. */
    record Case(Way way, int number, String method, String path, int occurrence, String fault) {
        /** The one command that repeats it. */
        String repeat() {
            return "mvn -B test -Dtest=FailingCallTest -Dway=" + way + " -Dcall='" + call() + "' -Dfault=" + fault;
        }

        String call() {
            return method + " " + path + " no. " + occurrence;
        }

        Case with(String other) {
            return new Case(way, number, method, path, occurrence, other);
        }

        @Override
        public String toString() {
            return way + ", " + call() + ": " + fault;
        }
    }

    /** Every call once, the kinds of fault in rotation. */
    static Stream<Case> oneFaultForEachCall() {
        String fault = System.getProperty("fault");
        String call = System.getProperty("call");
        List<String> kinds = FaultKinds.names();
        return calls().map(each -> each.with(fault == null ? kinds.get(each.number() % kinds.size()) : fault))
                .filter(each ->
                        call == null || each.call().equals(call) || each.call().matches(call));
    }

    /** Every call with every kind of fault. */
    static Stream<Case> everyFaultForEachCall() {
        return calls().flatMap(each -> FaultKinds.names().stream().map(each::with));
    }

    private static Stream<Case> calls() {
        String way = System.getProperty("way");
        return Stream.of(Way.values())
                .filter(each -> way == null || each.name().equals(way))
                .flatMap(FailingCallTest::calls);
    }

    /**
     * Calls are told apart by what they are and not by when they are made. This world has patience: a call that is made
     * again because the machine is slow is none of them.
     */
    private static Stream<Case> calls(Way way) {
        List<LoggedRequest> requests = new ArrayList<>();
        try (SyncWorld world = SmallLife.setup().start()) {
            SmallLife life = way.begin(world);
            life.live(world::run);
            requests.addAll(world.sandbox().log().requests(request -> true));
            life.heal();
            assertThat(life.differences()).as("without a fault").isEmpty();
        }
        Map<String, Long> counts = requests.stream()
                .collect(groupingBy(
                        request -> request.method() + " " + request.path().replaceAll("\\d+$", "[0-9]+"),
                        TreeMap::new,
                        counting()));
        List<Case> cases = new ArrayList<>();
        counts.forEach((call, count) -> IntStream.rangeClosed(1, count.intValue())
                .forEach(occurrence -> cases.add(new Case(
                        way, cases.size(), call.split(" ", 2)[0], call.split(" ", 2)[1], occurrence, "none"))));
        return cases.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oneFaultForEachCall")
    void oneCleanRunPutsEverythingRight(Case one) {
        requireHealed(one);
    }

    @Tag("heavy")
    @ParameterizedTest(name = "{0}")
    @MethodSource("everyFaultForEachCall")
    void oneCleanRunPutsEverythingRightWhateverWentWrong(Case one) {
        requireHealed(one);
    }

    /** What was not put right when it was first tried. */
    @ParameterizedTest(name = "{0}, {1} {2} no. {3}: {4}")
    @CsvFileSource(resources = "/harness/calls.csv", numLinesToSkip = 1)
    void oneCleanRunPutsRightWhatItOnceDidNot(Way way, String method, String path, int occurrence, String fault) {
        requireHealed(new Case(way, 0, method, path, occurrence, fault));
    }

    private static void requireHealed(Case one) {
        try (SyncWorld world = SmallLife.setup().impatient().start()) {
            SmallLife life = one.way().begin(world);
            world.faults()
                    .add(FaultKinds.named(one.fault())
                            .on(one.method(), one.path())
                            .occurring(Occurrences.nth(one.occurrence())));
            life.live(world::tryRun);
            world.faults().clear();
            if (one.path().endsWith("/token")) {
                world.restart(); // a login that was refused is not tried again for a minute
            }
            if (FaultKinds.isRefusal(one.fault())) {
                world.goOn(Duration.ofHours(1));
            }

            life.heal();

            assertThat(world.sandbox().log().requests(request -> request.fault() != null))
                    .as("requests that went wrong; repeat: %s", one.repeat())
                    .hasSize(1);
            assertThat(life.differences()).as(one.repeat()).isEmpty();
            world.sandbox().log().clear();
            life.runAgain();
            assertThat(world.writes())
                    .as("writes without a change; repeat: %s", one.repeat())
                    .isEmpty();
            Canaries.requireNoneInTheStateIn(world.home());
        }
    }
}
