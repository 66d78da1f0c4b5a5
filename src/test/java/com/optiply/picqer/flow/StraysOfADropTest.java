package com.optiply.picqer.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.filedrop.DropFolders;
import com.optiply.picqer.flow.dropped.FileDrop;
import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.flow.run.Turns;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.database.StoreSettings;
import com.optiply.picqer.sync.run.AccountLeases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files under way that the state does not know, where they cannot be put aside at once. */
class StraysOfADropTest {
    private static final CustomerName ACME = new CustomerName("acme");

    @TempDir
    private Path folder;

    private final List<Path> answers = new ArrayList<>();
    private final List<Path> unmovable = new ArrayList<>();

    @Test
    void areLookedForUntilLookingHasSucceeded() throws IOException {
        DropFolders folders = new DropFolders(folder, ACME.value());
        folders.make();
        Files.writeString(folders.underWay(7, "list.csv"), "of another state");
        Files.delete(folders.failed());
        Files.writeString(folders.failed(), "no folder");
        try (Store store = Store.open(new StoreSettings("jdbc:sqlite:" + folder.resolve("state.db"), null, null))) {
            AccountLeases leases = new AccountLeases(store, "this", System::nanoTime, Clock.systemUTC());
            assertThat(leases.acquire(ACME)).isTrue();
            FileDrop drop = new FileDrop(store, folder, leases, new Turns(), new Told(), Clock.systemUTC());
            Exchange nothing = new DefaultExchange(new DefaultCamelContext());
            nothing.setVariable(Variables.CUSTOMER, ACME.value());

            drop.claim(nothing);
            drop.claim(nothing);
            assertThat(unmovable).containsExactly(folders.failed());
            assertThat(answers).isEmpty();

            Files.delete(folders.failed());
            drop.claim(nothing);
            assertThat(answers).containsExactly(folders.failed().resolve("list.result.txt"));
        }
    }

    @Test
    void areLookedForAgainFromTimeToTime() throws IOException {
        DropFolders folders = new DropFolders(folder, ACME.value());
        folders.make();
        try (Store store = Store.open(new StoreSettings("jdbc:sqlite:" + folder.resolve("state.db"), null, null))) {
            ShiftedClock clock = new ShiftedClock();
            AccountLeases leases = new AccountLeases(store, "this", System::nanoTime, Clock.systemUTC());
            assertThat(leases.acquire(ACME)).isTrue();
            FileDrop drop = new FileDrop(store, folder, leases, new Turns(), new Told(), clock);
            Exchange nothing = new DefaultExchange(new DefaultCamelContext());
            nothing.setVariable(Variables.CUSTOMER, ACME.value());
            drop.claim(nothing);
            Files.writeString(folders.underWay(7, "list.csv"), "came back with its disk");

            clock.goOn(Duration.ofMinutes(11));
            drop.claim(nothing);

            assertThat(answers).containsExactly(folders.failed().resolve("list.result.txt"));
        }
    }

    private final class Told implements RunListener {
        @Override
        public void fileStrayed(CustomerName customer, Path answer) {
            answers.add(answer);
        }

        @Override
        public void fileUnmovable(CustomerName customer, Path file, Exception why) {
            unmovable.add(file);
        }
    }
}
