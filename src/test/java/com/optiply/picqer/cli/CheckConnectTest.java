package com.optiply.picqer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code check --connect} tells whoever adds a customer: of both accounts, whatever is wrong with one of them. */
class CheckConnectTest extends AcmeAtTheCommandLine {
    private static final String RIGHT_PICQER = "The key works.";
    private static final String RIGHT_OPTIPLY = "The login works, and its user may use account 1380 (acme).";

    @Test
    void allRightTakesThreeRequestsWritesNothingAndKeepsNothing() throws IOException {
        List<String> before = files();
        Command said = check("acme", "--connect");

        assertThat(said.exit()).as(said.toString()).isZero();
        assertThat(said.out())
                .contains("1 customer file, no problem.")
                .contains("acme, Picqer at http", RIGHT_PICQER)
                .contains("The main warehouse is 18 (Hoofdmagazijn), and stock is counted there.")
                .contains("acme, Optiply at http", RIGHT_OPTIPLY)
                .contains("Whether the coupling is 9021 cannot be asked")
                .doesNotContain("Not right", "Look at this");
        assertThat(sandbox.log().requests().stream().map(CheckConnectTest::line))
                .containsExactly(
                        "GET /picqer/acme/api/v1/warehouses",
                        "POST " + sandbox.optiplyTokenUri().getPath(),
                        "GET " + sandbox.optiplyUri().getPath() + "/accounts");
        assertThat(files()).isEqualTo(before);
        assertThat(records()).isZero();
    }

    @Test
    void withoutItNobodyIsAsked() {
        assertThat(check("acme").out()).isEqualTo("1 customer file, no problem.\n");
        assertThat(check().out()).isEqualTo("1 customer file, no problem.\n");
        assertThat(check(customer.toString()).exit()).isZero();
        assertThat(sandbox.log().total()).isZero();
    }

    @Test
    void aFileThatIsNotRightIsToldFirstAndNobodyIsAsked() {
        HomeFolder.replace(customer, "main: 18", "main: Zwolle");

        refusedBeforeAnything(check("acme", "--connect"), 2, "`warehouses.main` cannot be `Zwolle`");
    }

    @Test
    void anUnknownCustomerIsAConfigurationError() {
        refusedBeforeAnything(check("acmee", "--connect"), 2, "There is no customer `acmee`. Did you mean `acme`?");
    }

    @Test
    void aWrongApiKeyIsToldBesideALoginThatWorks() {
        HomeFolder.secret(home, "picqer-key", "some-other-key");

        Command said = check("acme", "--connect");
        failed(
                said,
                2,
                "Picqer answered GET /warehouses with 401",
                "Check the setting `picqer.api-key`",
                RIGHT_OPTIPLY);
        assertThat(said.out() + said.err()).doesNotContain("some-other-key", RIGHT_PICQER);
    }

    @Test
    void aKeyWithoutRightsIsAConfigurationError() {
        sandbox.faults().add(Fault.status(403).on("GET", "/picqer/.*"));

        failed(check("acme", "--connect"), 2, "with 403", "that key's rights in Picqer", RIGHT_OPTIPLY);
    }

    @Test
    void aWrongSubdomainIsNoShopAtAll() {
        HomeFolder.replace(customer, "/picqer/acme/", "/picqer/acmee/");

        failed(
                check("acme", "--connect"),
                2,
                "/picqer/acmee/",
                "with 404",
                "Nothing there speaks as Picqer's API does. Check the setting `picqer.subdomain`, or `picqer.base-url`",
                RIGHT_OPTIPLY);
    }

    @Test
    void anAddressThatSendsBrowsersElsewhereIsNoShopEither() {
        sandbox.faults().add(Fault.status(302).on("GET", "/picqer/.*"));

        failed(check("acme", "--connect"), 2, "with 302", "Check the setting `picqer.subdomain`", RIGHT_OPTIPLY);
    }

    @Test
    void aPageForPeopleIsNoShopEither() {
        sandbox.faults().add(Fault.html(404).on("GET", "/picqer/.*"));

        failed(
                check("acme", "--connect"),
                2,
                "an HTML page",
                "`picqer.subdomain`, or `picqer.base-url`",
                RIGHT_OPTIPLY);
    }

    @Test
    void aHostThatNobodyKnowsIsAConfigurationError() {
        HomeFolder.replace(customer, sandbox.optiplyUri().toString(), "https://optiply.invalid/v1");

        failed(check("acme", "--connect"), 2, "optiply.invalid", "`optiply.base-url`", RIGHT_PICQER);
    }

    @Test
    void aWarehouseThatCannotBeReadIsToldOfAndIsNoError() {
        sandbox.picqer("acme").user().putWarehouseVerbatim("{\"idwarehouse\":30,\"name\":\"Odd\",\"active\":\"yes\"}");

        Command said = check("acme", "--connect");
        assertThat(said.exit()).as(said.toString()).isZero();
        assertThat(said.out()).contains(RIGHT_PICQER, "Look at this: Picqer lists a warehouse that cannot be read");
    }

    @Test
    void aWarehouseThatPicqerDoesNotHaveIsNamedBesideThoseItHas() {
        HomeFolder.replace(customer, "main: 18", "main: 19");

        failed(
                check("acme", "--connect"),
                2,
                "`warehouses.main` names warehouse 19",
                "18 (Hoofdmagazijn), 21 (Almere)",
                RIGHT_OPTIPLY);
    }

    @Test
    void anInactiveWarehouseIsAConfigurationError() {
        sandbox.picqer("acme").user().addWarehouse(30, "Oude loods", 4, false, false);
        HomeFolder.replace(customer, "main: 18", "main: 18\n          stock: \"18, 30\"");

        failed(check("acme", "--connect"), 2, "`warehouses.stock` names warehouse 30", "Active there: 18");
    }

    @Test
    void aWarehouseThatOrdersGoToBeforeTheMainOneIsToldOfAndIsNoError() {
        HomeFolder.replace(customer, "main: 18", "main: 21\n          stock: \"18, 21\"");

        Command said = check("acme", "--connect");
        assertThat(said.exit()).as(said.toString()).isZero();
        assertThat(said.out())
                .contains("The main warehouse is 21 (Almere), and stock is added up over 18 (Hoofdmagazijn), 21")
                .contains("Look at this: Picqer gives orders to warehouse 18 (Hoofdmagazijn) before the main one");
    }

    @Test
    void aLoginThatOptiplyRefusesIsToldBesideAKeyThatWorks() {
        HomeFolder.secret(home, "password", "wrong-password");

        Command said = check("acme", "--connect");
        failed(said, 2, "Optiply answered POST", "Check the setting `optiply.credentials`", RIGHT_PICQER);
        assertThat(said.out() + said.err()).doesNotContain("wrong-password", RIGHT_OPTIPLY);
    }

    @Test
    void anAccountThatTheUserMayNotUseIsNamedBesideThoseItMay() {
        HomeFolder.replace(customer, "account: 1380", "account: 1399");

        failed(
                check("acme", "--connect"),
                2,
                "`optiply.account` names account 1399",
                "It may use: 1380 (acme). Correct the setting",
                RIGHT_PICQER);
        assertThat(accountsAsked()).isEqualTo(1);
    }

    @Test
    void whereThereAreMoreAccountsThanAnAnswerNamesNoneIsRefused() {
        for (long other = 1; other <= 100; other++) {
            optiply.addAccount(other, "other " + other, HomeFolder.USER);
        }

        Command said = check("acme", "--connect");
        assertThat(said.exit()).as(said.toString()).isZero();
        assertThat(said.out())
                .contains("The login works.")
                .contains("Look at this: Account 1380 is not among the first 100 that the login's user may use");
        assertThat(accountsAsked()).isEqualTo(1);
    }

    private long accountsAsked() {
        return sandbox.log().requests().stream()
                .filter(request -> request.path().endsWith("/accounts"))
                .count();
    }

    @Test
    void anAccountThatIsDownIsARemoteErrorUnlessTheFileIsWrongToo() {
        sandbox.faults().add(Fault.status(503).on("GET", "/picqer/.*"));
        failed(check("acme", "--connect"), 3, "with 503", RIGHT_OPTIPLY);

        HomeFolder.secret(home, "password", "wrong-password");
        failed(check("acme", "--connect"), 2, "with 503", "Check the setting `optiply.credentials`");
    }

    @Test
    void whatIsNoOptiplyIsAConfigurationError() {
        HomeFolder.replace(customer, "/optiply/v1", "/nothing/v1");

        failed(check("acme", "--connect"), 2, "Check the setting `optiply.base-url`", RIGHT_PICQER);
    }

    private Command check(String... arguments) {
        return Command.of(Stream.of(Stream.of("check"), Stream.of(arguments), Stream.of("--home", home.toString()))
                .flatMap(words -> words)
                .toArray(String[]::new));
    }

    private static String line(LoggedRequest request) {
        return request.method() + " " + request.path();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.map(Path::toString).sorted().toList();
        }
    }
}
