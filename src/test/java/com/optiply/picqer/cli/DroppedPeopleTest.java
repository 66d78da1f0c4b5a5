package com.optiply.picqer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.customer.Customers;
import com.optiply.picqer.flow.ChoiceOfSuppliers;
import com.optiply.picqer.flow.SyncSetup;
import com.optiply.picqer.harness.Eventually;
import com.optiply.picqer.service.Installation;
import com.optiply.picqer.service.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Promise 11: what is in a file that is no list is told to whoever dropped it, and to nobody who reads the log. */
class DroppedPeopleTest {
    private static final List<String> PEOPLE =
            List.of("Canaria Jansen", "Kanarieplein 12", "canaria.jansen@example.org");

    @Test
    void theFirstRowOfAFileThatIsNoListIsInTheAnswerAndInNoLog() throws Exception {
        try (ChoiceOfSuppliers shop = ChoiceOfSuppliers.single(1);
                WholeLog log = WholeLog.begin()) {
            Installation installation = shop.world.installation();
            Files.writeString(
                    installation.properties(),
                    "picqer-optiply.drop.every=50ms\npicqer-optiply.drop.still-for=50ms\n",
                    StandardOpenOption.APPEND);
            Customers customers = new Customers(
                    List.of(SyncSetup.plain(1).customer(SyncSetup.ACME, shop.world.sandbox(), SyncSetup.ACCOUNT)));
            shop.world.engine().close();
            Path answer = shop.folder("failed").resolve("export.result.txt");
            try (Service service = Service.start(installation, customers)) {
                assertThat(service.engine().leases().holds(SyncSetup.ACME)).isTrue();
                Files.writeString(shop.folder("in").resolve("export.csv"), String.join(";", PEOPLE) + "\n");
                Eventually.isTrue("the answer", () -> Files.exists(answer));
            }

            assertThat(Files.readString(answer).replaceAll("\\s+", " ")).contains(PEOPLE);
            assertThat(log.text())
                    .contains("nothing of the file export.csv was applied", answer.toString())
                    .doesNotContain(PEOPLE);
        }
    }
}
