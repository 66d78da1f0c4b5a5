package com.optiply.picqer.harness;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.flow.dropped.FileDrop;
import com.optiply.picqer.flow.run.Problem;
import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.flow.run.Turns;
import com.optiply.picqer.service.CustomerFiles;
import com.optiply.picqer.service.Engine;
import com.optiply.picqer.service.FileImport;
import com.optiply.picqer.service.FileImport.Imported;
import com.optiply.picqer.service.Installation;
import com.optiply.picqer.service.OneTimeRun;
import com.optiply.picqer.service.RunResult;
import com.optiply.picqer.store.row.DropPurpose;
import com.optiply.picqer.sync.dropped.StrayFiles;
import com.optiply.picqer.sync.run.Flow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;

/** What a process of the program does with one list, and what it says was wrong. */
final class Taking {
    private final Engine engine;
    private final Installation installation;
    private final DropWay way;
    private final Path list;
    private final FileDrop drop;
    private final List<String> told = new ArrayList<>();

    Taking(Engine engine, Installation installation, DropWay way, Path list) {
        this.engine = engine;
        this.installation = installation;
        this.way = way;
        this.list = list;
        this.drop =
                new FileDrop(engine.store(), folders(), engine.leases(), new Turns(), new Told(), Clock.systemUTC());
    }

    /** In a process of its own, which is to be killed on the way. */
    public static void main(String[] arguments) throws InterruptedException {
        Installation installation = Installation.find(Path.of(arguments[0]), null, null);
        Customers customers = new Customers(CustomerFiles.check(installation).customers());
        try (Engine engine = Engine.start(installation, customers, new RunListener() {})) {
            new Taking(engine, installation, DropWay.valueOf(arguments[1]), Path.of(arguments[2])).take();
        }
        FileFaults.THIS_PROCESS.calls().stream()
                .filter(call -> call.what() != FileFaults.What.LOOK)
                .forEach(call -> System.out.println("call " + call.what() + " " + call));
        System.exit(0);
    }

    private Path folders() {
        return installation.properties().resolveSibling("drop");
    }

    List<String> told() {
        return List.copyOf(told);
    }

    /** It may break off. */
    void take() throws InterruptedException {
        if (way == DropWay.STRAY) {
            putAside();
        } else if (way.isImported()) {
            bring();
        } else {
            claim();
            run();
        }
    }

    private void putAside() {
        try {
            new StrayFiles(engine.store(), folders()).putAside(SyncSetup.ACME, answer -> {});
        } catch (IOException refused) {
            told.add(Problem.sentence(refused));
        }
    }

    private void bring() throws InterruptedException {
        DropPurpose purpose = way == DropWay.PREVIEW ? DropPurpose.PREVIEW : DropPurpose.APPLY;
        try {
            Imported imported =
                    new FileImport(engine, installation).run(SyncSetup.ACME, list, purpose, (done, of) -> {});
            if (imported.lastRun() != null && imported.lastRun().thrown() != null) {
                told.add(Problem.sentence(imported.lastRun().thrown()));
            }
        } catch (IOException | RuntimeException refused) {
            told.add(Problem.sentence(refused));
        }
    }

    /** As the service does it when it looks into the folder. */
    private void claim() {
        Exchange found = new DefaultExchange(engine.camel());
        found.setVariable("customer", SyncSetup.ACME.value());
        if (list.toFile().exists()) {
            found.getMessage().setHeader(Exchange.FILE_PATH, list.toString());
        }
        engine.leases().acquire(SyncSetup.ACME);
        drop.claim(found);
        engine.leases().release(SyncSetup.ACME);
    }

    /** The flow, for whatever waits. */
    void run() throws InterruptedException {
        for (RunResult result : new OneTimeRun(engine).run(SyncSetup.ACME, List.of(Flow.SUPPLIER_IMPORT))) {
            if (result.thrown() != null) {
                told.add(Problem.sentence(result.thrown()));
            }
        }
    }

    private final class Told implements RunListener {
        @Override
        public void fileUnmovable(CustomerName customer, Path file, Exception why) {
            told.add(why.toString());
        }
    }
}
