package com.optiply.picqer.bench;

import com.optiply.picqer.bench.Contender.Kind;
import com.optiply.picqer.service.Installation;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The processes of one series: the sandbox and the contenders. */
final class Stage implements AutoCloseable {
    private final Series series;
    private final ChildProcess sandbox;
    private final Map<Kind, ChildProcess> contenders = new EnumMap<>(Kind.class);

    private Stage(Series series) {
        this.series = series;
        this.sandbox = ChildProcess.start("sandbox", SandboxProcess.class, List.of());
    }

    /** The rounds of each contender that count. */
    static Map<Kind, Rounds> play(Series series, Installation installation) {
        try (Stage stage = new Stage(series)) {
            stage.open(installation);
            return stage.play();
        }
    }

    private void open(Installation installation) {
        Addresses addresses = sandbox.ask(new SandboxProcess.Setup(series.products()), Addresses.class);
        for (Kind kind : series.contenders()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            ChildProcess contender = ChildProcess.start(name, ContenderProcess.class, series.jvmFlags());
            contenders.put(kind, contender);
            contender.ask(
                    new Contender.Setup(
                            kind,
                            addresses,
                            series.accounts(kind),
                            installation.properties().toUri(),
                            installation.routes().toUri(),
                            series.measuresLiveHeap()),
                    String.class);
        }
    }

    private Map<Kind, Rounds> play() {
        Map<Kind, Rounds> played = new EnumMap<>(Kind.class);
        for (int round = 0; round < series.warmUps() + series.rounds(); round++) {
            boolean counts = round >= series.warmUps();
            for (Kind kind : series.contenders()) {
                BenchAccount account = new BenchAccount(series.accounts(kind).get(round));
                if (counts) {
                    played.merge(kind, Rounds.of(play(kind, account, series.latency())), Rounds::and);
                } else {
                    warmUp(kind, account);
                }
            }
        }
        return played;
    }

    private void warmUp(Kind kind, BenchAccount account) {
        play(kind, account, Duration.ZERO);
        for (int pass = 1; pass < series.warmUpPasses(); pass++) {
            pass(kind, Sync.UNCHANGED, account, Duration.ZERO);
        }
    }

    private Round play(Kind kind, BenchAccount account, Duration latency) {
        sandbox.ask(SandboxProcess.Order.fresh(account.id(), latency), Tally.class);
        return new Round(pass(kind, Sync.FIRST, account, latency), pass(kind, Sync.UNCHANGED, account, latency));
    }

    private Pass pass(Kind kind, Sync sync, BenchAccount account, Duration latency) {
        Effort effort = contenders.get(kind).ask(new Contender.Order(sync, account.id()), Effort.class);
        Tally tally = sandbox.ask(SandboxProcess.Order.tally(account.id(), latency), Tally.class);
        if (effort.read() != series.products() || tally.products() != series.products()) {
            throw new BenchException("After the %s sync of %d products, `%s` has read %d, and Optiply holds %d."
                    .formatted(
                            sync.name().toLowerCase(Locale.ROOT),
                            series.products(),
                            kind.name().toLowerCase(Locale.ROOT),
                            effort.read(),
                            tally.products()));
        }
        return new Pass(effort, tally);
    }

    @Override
    public void close() {
        contenders.values().forEach(ChildProcess::close);
        sandbox.close();
    }
}
