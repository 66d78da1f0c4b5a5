package com.optiply.picqer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.optiply.picqer.flow.HomeFolder;
import com.optiply.picqer.sandbox.server.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code run} says when Picqer or Optiply refuses what the file says, or is not there, with the exit code. */
class FailedRunsTest extends AcmeAtTheCommandLine {
    @Test
    void aWrongApiKeyIsAConfigurationError() {
        HomeFolder.secret(home, "picqer-key", "some-other-key");

        Command said = run("acme");
        failed(said, 2, "Picqer answered GET /warehouses with 401", "Check the setting `picqer.api-key`");
        assertThat(said.out() + said.err()).doesNotContain("some-other-key");
    }

    @Test
    void aKeyWithoutRightsIsAConfigurationError() {
        sandbox.faults().add(Fault.status(403).on("GET", "/picqer/.*"));

        failed(run("acme"), 2, "with 403", "that key's rights in Picqer");
    }

    @Test
    void aWrongSubdomainIsNeverAnEmptySuccess() {
        HomeFolder.replace(customer, "/picqer/acme/", "/picqer/acmee/");

        failed(run("acme"), 2, "with 404", "check the setting `picqer.subdomain`, or `picqer.base-url`");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 404, 410})
    void anAddressWhereAPageForPeopleIsGivenIsAConfigurationError(int status) {
        sandbox.faults().add(Fault.html(status).on("GET", "/picqer/.*"));

        failed(
                run("acme"),
                2,
                "with " + status + ": `an HTML page`",
                "Nothing there speaks as Picqer's API does",
                "`picqer.subdomain`, or `picqer.base-url`");
        assertThat(sandbox.log().requests()).as("soon").hasSize(3);
    }

    @Test
    void aHostThatNobodyKnowsIsAConfigurationError() {
        HomeFolder.replace(customer, sandbox.picqerUri("acme").toString(), "https://acmee.invalid/api/v1");

        failed(run("acme"), 2, "no answer to GET /warehouses: acmee.invalid", "`picqer.subdomain`");
    }

    @Test
    void whatIsNoListOfWarehousesIsNoPicqer() {
        sandbox.faults().add(Fault.status(200).on("GET", ".*/warehouses"));

        failed(run("acme"), 2, "GET /warehouses with 200, but not with a list", "Nothing there speaks as Picqer's API");
    }

    @Test
    void aPageThatIsNoListIsARemoteError() {
        sandbox.faults().add(Fault.status(200).on("GET", ".*/api/v1/products"));

        failed(run("acme", "products"), 3, "GET /products with 200, but not with a list", "`picqer.subdomain`");
    }

    @Test
    void anotherServiceInOptiplysPlaceIsARemoteErrorThatNamesTheSetting() {
        sandbox.faults().add(Fault.status(200).on("GET", "/optiply/v1/.*"));

        failed(run("acme", "products"), 3, "with 200, but not with a list", "`optiply.base-url`");
    }

    @Test
    void aLoginThatOptiplyRefusesIsAConfigurationError() {
        HomeFolder.secret(home, "password", "wrong-password");

        Command said = run("acme");
        failed(said, 2, "Optiply answered POST", "Check the setting `optiply.credentials`");
        assertThat(said.out() + said.err()).doesNotContain("wrong-password");
    }

    @Test
    void anAccountThatTheUserMayNotUseIsAConfigurationError() {
        HomeFolder.replace(customer, "account: 1380", "account: 1399");

        Command said = run("acme");
        assertThat(said.exit()).as(said.toString()).isEqualTo(2);
        assertThat(records()).isZero();
    }

    @Test
    void aWarehouseThatPicqerDoesNotHaveIsNamedBesideThoseItHas() {
        HomeFolder.replace(customer, "main: 18", "main: 19");

        failed(run("acme"), 2, "`warehouses.main` names warehouse 19", "18 (Hoofdmagazijn), 21 (Almere)");
    }

    @Test
    void anotherMainWarehouseThanBeforeIsRefusedWithWhatToDo() {
        run("acme", "products");
        HomeFolder.replace(customer, "main: 18", "main: 21");

        Command said = run("acme", "products");
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.out() + said.err())
                .contains(
                        "came from warehouse 18", "Set `warehouses.main` to 18 again", "a new integration in Optiply");
    }

    @Test
    void aPicqerThatIsDownIsARemoteError() {
        sandbox.faults().add(Fault.status(503).on("GET", "/picqer/.*"));

        failed(run("acme"), 3, "with 503", "the next run tries again by itself");
    }

    @Test
    void anOptiplyThatIsDownIsARemoteErrorInJsonToo() throws Exception {
        sandbox.faults().add(Fault.status(503).on(null, "/optiply/.*"));
        Command said = run("acme", "--json");
        JsonNode line = JsonMapper.builder().build().readTree(said.out());

        assertThat(said.exit()).isEqualTo(3);
        assertThat(line.path("outcome").asText()).isEqualTo("failed");
        assertThat(line.path("problem").asText()).contains("with 503");
        assertThat(records()).isZero();
    }
}
