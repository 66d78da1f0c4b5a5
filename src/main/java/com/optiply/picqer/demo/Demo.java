package com.optiply.picqer.demo;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.customer.check.CheckedFiles;
import com.optiply.picqer.sandbox.SandboxOptions;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.sandbox.server.Occurrences;
import com.optiply.picqer.sandbox.world.Worlds;
import com.optiply.picqer.service.CustomerFiles;
import com.optiply.picqer.service.Engine;
import com.optiply.picqer.service.Installation;
import com.optiply.picqer.service.OneTimeRun;
import com.optiply.picqer.service.RunResult;
import com.optiply.picqer.store.row.Change;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.RunReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * The product's main work on a shop full of odd products: a first sync with a lost answer in it, changes, a removal,
 * and a run with nothing to do; each verified by a forecast of its own. No credentials, no network, nothing is
 * left behind.
 */
public final class Demo {
    private static final long MAIN_WAREHOUSE = 18;
    private static final int LOST_CREATE = 17;
    private static final int CHANGES_MAX = 10_000;

    private final SandboxCustomer customer;
    private final Engine engine;
    private final DemoOutput output;
    private final CustomerName name = new CustomerName(SandboxCustomer.NAME);
    private final Forecast forecast = new Forecast(new ExpectedFates(MAIN_WAREHOUSE));
    private final List<PlayedAct> played = new ArrayList<>();

    private Demo(SandboxCustomer customer, Engine engine, DemoOutput output) {
        this.customer = customer;
        this.engine = engine;
        this.output = output;
    }

    /**
     * Plays the whole demo.
     *
     * @param real whose routes are played with; its customers and its state are left alone
     * @return whether everything came out as the forecast says
     */
    public static boolean play(Installation real, DemoOutput output) throws InterruptedException {
        try (SandboxCustomer customer = SandboxCustomer.open(SandboxOptions.DEFAULTS, Worlds.awkward());
                TemporaryInstallation temporary = TemporaryInstallation.of(real, customer)) {
            Customers customers = checked(temporary);
            output.opened(customer, read(temporary));
            try (Engine engine = Engine.start(temporary.installation(), customers, output.progress())) {
                return new Demo(customer, engine, output).play();
            }
        }
    }

    private static Customers checked(TemporaryInstallation temporary) {
        CheckedFiles checked = CustomerFiles.check(temporary.installation());
        if (!checked.problems().isEmpty()) {
            throw new IllegalStateException("The demo's own customer file is not right: " + checked.text());
        }
        return new Customers(checked.customers());
    }

    private static String read(TemporaryInstallation temporary) {
        try {
            return Files.readString(temporary.customerFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private boolean play() throws InterruptedException {
        customer.sandbox()
                .faults()
                .add(Fault.resetAfter().on("POST", ".*/products").occurring(Occurrences.nth(LOST_CREATE)));
        PlayedAct first = play(Act.FIRST_SYNC);
        output.lostAnswer(lostAnswer(first));
        output.cases(CaseOutcomes.in(engine.store(), name));

        List<ShopEdit> edits = ShopEdits.of(customer.shop(), MAIN_WAREHOUSE);
        edits.forEach(edit -> edit.edit().accept(customer.shop().user()));
        output.edited(edits);
        play(Act.CHANGES);
        play(Act.REMOVAL);
        play(Act.NOTHING_NEW);

        output.finished(List.copyOf(played));
        return played.stream().allMatch(act -> act.differences().isEmpty());
    }

    private PlayedAct play(Act act) throws InterruptedException {
        output.begins(act);
        ExpectedRun expected = forecast.next(customer.shop().allProducts());
        customer.sandbox().log().clear();
        RunReport report = run();
        List<Change> changes = engine.store().read(tx -> tx.changes().ofRun(new RunId(report.run()), CHANGES_MAX));
        ObservedRun observed =
                new ObservedRun(report, changes, customer.sandbox().log().requests());
        OptiplyContents contents = OptiplyContents.of(customer.account());
        List<String> differences = Verification.differences(expected, observed, contents, forecast.held());
        PlayedAct done = new PlayedAct(act, observed, contents, differences);
        played.add(done);
        output.played(done);
        return done;
    }

    private RunReport run() throws InterruptedException {
        RunResult result =
                new OneTimeRun(engine).run(name, List.of(Flow.PRODUCTS)).get(0);
        if (result.report() == null) {
            throw new IllegalStateException("The demo's run did not begin.", result.thrown());
        }
        return result.report();
    }

    private LostAnswer lostAnswer(PlayedAct act) {
        LoggedRequest lost = act.observed().requests().stream()
                .filter(request -> request.fault() != null)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No answer was lost: fewer than " + LOST_CREATE + " products were created."));
        String idproduct = RequestedWrites.remoteId(lost);
        List<LoggedRequest> later = act.observed().requests().stream()
                .filter(request -> request.sequence() >= lost.sequence())
                .filter(request -> request == lost || request.query().contains("filter"))
                .toList();
        return new LostAnswer(
                idproduct, later, act.contents().byIdproduct().get(idproduct).size());
    }
}
