package com.optiply.picqer.harness;

import static com.optiply.picqer.flow.ChoiceOfSuppliers.BETA;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.list;
import static com.optiply.picqer.flow.ChoiceOfSuppliers.row;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.filedrop.DropFolders;
import com.optiply.picqer.flow.ChoiceOfSuppliers;
import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.store.OnEveryDatabase;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.TestDatabase;
import com.optiply.picqer.store.database.StoreSettings;
import com.optiply.picqer.store.row.DroppedFile;
import com.optiply.picqer.sync.run.Flow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Two services in two processes, with one state and one root of folders. Each file is one's alone, and it is lost with
 * none of them: the one that works is killed in the middle of a file, and the other goes on with that one and the rest.
 */
@OnEveryDatabase
class TwoProcessesTest {
    private static final int FILES = 8;
    private static final int ROWS = 4;
    private static final int DROPPED_LATER = 4;

    /** In the second or third file, whatever the order in which they are taken. */
    private static final int KILL_AT = 14;

    private static final long SECONDS_MAX = 60;
    private static final Pattern ANSWERED = Pattern.compile("the file (\\S+) was applied");

    private static final String QUICK =
            """
            picqer-optiply.drop.every=50ms
            picqer-optiply.drop.still-for=50ms
            """;

    private static final String NOTHING_IS_HELD =
            """
                    guards:
                      records: 1000000
                      share: 100 %
                      stock-zero-share: 100 %
            """;

    private final StoreSettings state;

    TwoProcessesTest(TestDatabase database) {
        state = database.fresh();
    }

    @Test
    void takeEveryFileOnceAndLoseNone() throws Exception {
        SyncSetup setup = SyncSetup.plain(FILES * ROWS).keepingStateIn(state::jdbcUrl);
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.of(setup)) {
            shop.world.engine().close();
            Path home = shop.world.home();
            Files.writeString(home.resolve("application.properties"), QUICK, APPEND);
            Path customer = HomeFolder.writeCustomer(home, shop.world.sandbox(), NOTHING_IS_HELD);
            HomeFolder.leaveOnlyOn(customer, Flow.SUPPLIER_IMPORT);
            new DropFolders(home.resolve("drop"), SyncSetup.ACME.value()).make();
            shop.world.sandbox().log().clear();
            for (int file = 1; file <= FILES - DROPPED_LATER; file++) {
                drop(shop, file);
            }

            List<Program> services = List.of(Program.start(home), Program.start(home));
            AtomicInteger killed = new AtomicInteger();
            killTheOneThatWorks(shop, services, killed);
            awaitAnswers(shop.folder("done"));
            Program survivor = services.get(1 - killed.get());
            survivor.stop();

            assertThat(survivor.exit()).as(survivor.err()).isZero();
            assertThat(services.get(killed.get()).exit()).isEqualTo(137);
            requireEveryFileOnce(shop);
            assertThat(answeredBy(services.get(killed.get())))
                    .as("files that the killed one answered")
                    .isNotEmpty()
                    .doesNotContainAnyElementsOf(answeredBy(survivor));
            assertThat(answeredBy(survivor)).doesNotHaveDuplicates().hasSizeGreaterThan(DROPPED_LATER);
        }
    }

    /** At a write that Optiply has carried out and not answered yet; what is dropped then, the other has to find. */
    private void killTheOneThatWorks(ChoiceOfSuppliers shop, List<Program> services, AtomicInteger killed) {
        AtomicInteger writes = new AtomicInteger();
        shop.world.watch(request -> {
            if (request.method().equals("PATCH") && writes.incrementAndGet() == KILL_AT) {
                killed.set(services.get(0).process().pid() == workersPid() ? 0 : 1);
                services.get(killed.get()).kill();
                IntStream.rangeClosed(FILES - DROPPED_LATER + 1, FILES).forEach(file -> drop(shop, file));
            }
        });
    }

    /** Of the process that has the customer's lease. */
    private long workersPid() {
        try (Store store = Store.open(state)) {
            String holder = store.read(tx -> tx.leases().holder(SyncSetup.ACME)).orElseThrow();
            return Long.parseLong(holder.split(":")[1]);
        }
    }

    private static void drop(ChoiceOfSuppliers shop, int file) {
        String name = "list-" + file + ".csv";
        Path written = shop.world.home().resolve(name);
        int first = (file - 1) * ROWS + 1;
        HomeFolder.write(
                written,
                list(IntStream.range(first, first + ROWS)
                        .mapToObj(product -> row(product, BETA, true))
                        .collect(joining())));
        assertThat(written.toFile().renameTo(shop.folder("in").resolve(name).toFile()))
                .isTrue();
    }

    /** A file is over when it lies beside its answer. */
    private static void awaitAnswers(Path done) throws IOException, InterruptedException {
        try (WatchService watch = done.getFileSystem().newWatchService()) {
            done.register(watch, ENTRY_CREATE, ENTRY_MODIFY);
            while (HomeFolder.names(done).stream()
                            .filter(name -> name.endsWith(".csv"))
                            .count()
                    < FILES) {
                WatchKey key = watch.poll(SECONDS_MAX, TimeUnit.SECONDS);
                assertThat(key)
                        .as("another answer in %s, beside %s", done, HomeFolder.names(done))
                        .isNotNull();
                key.pollEvents();
                key.reset();
            }
        }
    }

    private void requireEveryFileOnce(ChoiceOfSuppliers shop) throws IOException {
        Set<String> expected = new TreeSet<>();
        for (int file = 1; file <= FILES; file++) {
            expected.addAll(List.of("list-" + file + ".csv", "list-" + file + ".result.txt"));
            assertThat(shop.read("done", "list-" + file + ".result.txt"))
                    .contains(ROWS + " rows read: " + ROWS + " applied, 0 so already, 0 rejected.");
        }
        assertThat(HomeFolder.names(shop.folder("done"))).isEqualTo(expected);
        for (String folder : List.of("in", "importing", "failed")) {
            assertThat(shop.folder(folder)).isEmptyDirectory();
        }
        assertThat(shop.preferred()).hasSize(FILES * ROWS);
        assertThat(shop.preferred().values()).containsOnly(BETA);
        long twice = shop.picqerWrites().stream().collect(groupingBy(one -> one.path(), counting())).values().stream()
                .filter(times -> times > 1)
                .count();
        assertThat(twice).as("rows told twice").isLessThanOrEqualTo(ROWS);
        try (Store store = Store.open(state)) {
            List<DroppedFile> open = store.read(tx -> tx.droppedFiles().open(SyncSetup.ACME));
            assertThat(open).isEmpty();
        }
    }

    private static List<String> answeredBy(Program service) throws IOException {
        Matcher answered = ANSWERED.matcher(service.out() + service.err());
        return answered.results().map(one -> one.group(1)).toList();
    }
}
