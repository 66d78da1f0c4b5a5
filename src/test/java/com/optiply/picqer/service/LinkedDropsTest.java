package com.optiply.picqer.service;

import static com.optiply.picqer.flow.ChoiceOfSuppliers.BETA;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.flow.ChoiceOfSuppliers;
import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.sync.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links in a folder that other people write to: what they point at is read for nobody. */
class LinkedDropsTest {
    private static final String SECRET = "key-of-somebody";

    private final ChoiceOfSuppliers shop = ChoiceOfSuppliers.single(2);
    private final BlockingQueue<Path> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> unmovable = new LinkedBlockingQueue<>();
    private Service service;

    @BeforeEach
    void start() throws IOException {
        Installation installation = shop.world.installation();
        Files.writeString(
                installation.properties(),
                "picqer-optiply.drop.every=50ms\npicqer-optiply.drop.still-for=50ms\n",
                StandardOpenOption.APPEND);
        Customers customers = shop.world.engine().customers();
        shop.world.engine().close();
        service = Service.start(installation, customers, new Answers());
    }

    @AfterEach
    void end() {
        service.close();
        shop.close();
    }

    @Test
    void aLinkToASecretIsRefusedAndNothingOfItIsTold() throws Exception {
        Path secret = Files.writeString(shop.world.home().resolve("secret"), SECRET);
        Files.createSymbolicLink(shop.folder("in").resolve("list.csv"), secret);

        assertThat(answer())
                .isEqualTo(shop.folder("failed").resolve("list.result.txt"))
                .content()
                .contains("is a link")
                .doesNotContain(SECRET);
        assertThat(secret).content().isEqualTo(SECRET);
    }

    @Test
    void aLinkToTheListOfAnotherCustomerAppliesNothing() throws Exception {
        Path others = Files.writeString(
                shop.world.home().resolve("others.csv"), ChoiceOfSuppliers.list(ChoiceOfSuppliers.row(1, BETA, true)));
        Files.createSymbolicLink(shop.folder("in").resolve("list.csv"), others);

        assertThat(answer()).content().contains("is a link").doesNotContain(BETA);
        assertThat(shop.preferred().values()).doesNotContain(BETA);
    }

    /** Who may write in a customer's folder can put a link in the place of one of the folders in it. */
    @Test
    void aLinkInThePlaceOfAFolderIsNotGoneThrough() throws Exception {
        Path others = Files.createDirectories(shop.world.home().resolve("others/in"));
        Path list = Files.writeString(others.resolve("list.csv"), "of somebody else");
        Path in = shop.folder("in");
        Files.move(in, in.resolveSibling("in.mine"));
        Files.createSymbolicLink(in, others);

        String told = unmovable.poll(60, TimeUnit.SECONDS);
        assertThat(told).contains("is a link");
        assertThat(list).content().isEqualTo("of somebody else");
        assertThat(shop.folder("importing")).isEmptyDirectory();
    }

    private Path answer() throws InterruptedException {
        Path answer = answers.poll(60, TimeUnit.SECONDS);
        assertThat(answer).as("an answer").isNotNull();
        return answer;
    }

    private final class Answers implements RunListener {
        @Override
        public void fileAnswered(Run run, String name, Path result) {
            answers.add(result);
        }

        @Override
        public void fileRefused(Run run, String name, String why, Path result) {
            answers.add(result);
        }

        @Override
        public void fileUnmovable(CustomerName customer, Path file, Exception why) {
            unmovable.add(String.valueOf(why));
        }
    }
}
