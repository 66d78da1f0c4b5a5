package com.optiply.picqer.customer;

import static java.util.stream.Collectors.joining;

import com.optiply.picqer.customer.CustomerSettings.OptiplyCredentials;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The part {@code optiply} of a customer file. Filled like {@link Customer}. */
public final class OptiplySection {
    private static final int REQUESTS_PER_SECOND_MOST = 1_000;
    private static final int PARALLELISM_MOST = 16;

    private OptionalLong account = OptionalLong.empty();
    private OptionalLong coupling = OptionalLong.empty();
    private URI baseUrl = URI.create("https://api.optiply.com/v1");
    private URI tokenUrl = URI.create("https://dashboard.optiply.nl/api/auth/oauth/token");
    private @Nullable OptiplyCredentials credentials;
    private final OptiplyCredentialParts parts = new OptiplyCredentialParts();
    private OptionalInt requestsPerSecondMax = OptionalInt.of(20);
    private int parallelism = 4;

    @Setting(
            meaning = "The number of the customer's account in Optiply.",
            allowed = "a whole number from 1",
            example = "1380")
    public void setAccount(String number) {
        account = OptionalLong.of(SettingValues.positive(number));
    }

    @Setting(
            meaning = "The number of this integration of the account; with it, records carry their Picqer id.",
            allowed = "a whole number from 1",
            standard = "none",
            example = "9021")
    public void setCoupling(String number) {
        coupling = OptionalLong.of(SettingValues.positive(number));
    }

    @Setting(
            meaning = "All four credentials as one JSON value, with the keys clientId, clientSecret, username and"
                    + " password; these or the four single settings.",
            allowed = "a reference",
            standard = "the four single settings",
            example = "{{env:ACME_OPTIPLY}}",
            reference = true)
    public void setCredentials(String json) {
        credentials = OptiplyCredentialParts.together(json);
    }

    @Setting(
            meaning = "The client id of Optiply's password grant.",
            allowed = "a reference",
            standard = "from `credentials`",
            example = "{{env:ACME_OPTIPLY_CLIENT_ID}}",
            reference = true)
    public void setClientId(String id) {
        parts.clientId = SettingValues.present(id);
    }

    @Setting(
            meaning = "The client secret of Optiply's password grant.",
            allowed = "a reference",
            standard = "from `credentials`",
            example = "{{env:ACME_OPTIPLY_CLIENT_SECRET}}",
            reference = true)
    public void setClientSecret(String secret) {
        parts.clientSecret = SettingValues.secret(secret);
    }

    @Setting(
            meaning = "The user name of Optiply's password grant.",
            allowed = "a reference",
            standard = "from `credentials`",
            example = "{{env:ACME_OPTIPLY_USERNAME}}",
            reference = true)
    public void setUsername(String name) {
        parts.username = SettingValues.present(name);
    }

    @Setting(
            meaning = "The password of Optiply's password grant.",
            allowed = "a reference",
            standard = "from `credentials`",
            example = "{{file:/run/secrets/acme-optiply}}",
            reference = true)
    public void setPassword(String password) {
        parts.password = SettingValues.secret(password);
    }

    @Setting(
            meaning = "The address of the Optiply API, for acceptance or a sandbox.",
            allowed = "an https address ending in `/v1`",
            standard = "https://api.optiply.com/v1",
            example = "https://api-accept.optiply.com/v1")
    public void setBaseUrl(String address) {
        baseUrl = SettingValues.address("/v1", address);
    }

    @Setting(
            meaning = "Where a token is asked for, for acceptance or a sandbox.",
            allowed = "an https address ending in `/auth/oauth/token`",
            standard = "https://dashboard.optiply.nl/api/auth/oauth/token",
            example = "https://dashboard-accept.optiply.com/api/auth/oauth/token")
    public void setTokenUrl(String address) {
        tokenUrl = SettingValues.address("/auth/oauth/token", address);
    }

    @Setting(
            meaning = "The pace that requests never grow beyond, however well Optiply answers.",
            allowed = "a whole number from 1, `unlimited` (sandboxes)",
            standard = "20",
            example = "10")
    public void setRequestsPerSecondMax(String limit) {
        requestsPerSecondMax = SettingValues.limit(REQUESTS_PER_SECOND_MOST, limit);
    }

    @Setting(
            meaning = "How many writes are under way at once, at most.",
            allowed = "a whole number from 1 to 16",
            standard = "4",
            example = "2")
    public void setParallelism(String number) {
        parallelism = SettingValues.between(1, PARALLELISM_MOST, number);
    }

    List<SettingProblem> problems() {
        List<SettingProblem> problems = new ArrayList<>();
        if (account.isEmpty()) {
            problems.add(
                    new SettingProblem("optiply.account", "`optiply.account` is missing: the number of the account."));
        }
        if (credentials == null && parts.given().isEmpty()) {
            problems.add(new SettingProblem(
                    "optiply.credentials",
                    "`optiply.credentials` is missing: a reference such as `{{env:ACME_OPTIPLY}}`.",
                    parts.missing().stream().map(name -> "optiply." + name).toList()));
            return problems;
        }
        problems.addAll(credentials == null ? missingParts() : doubledParts());
        return problems;
    }

    private List<SettingProblem> missingParts() {
        String given =
                parts.given().stream().map(name -> "`optiply." + name + "`").collect(joining(", "));
        return parts.missing().stream()
                .map(name -> "optiply." + name)
                .map(path -> new SettingProblem(path, "`" + path + "` is missing: it belongs to " + given + "."))
                .toList();
    }

    private List<SettingProblem> doubledParts() {
        return parts.given().stream()
                .map(name -> "optiply." + name)
                .map(path -> new SettingProblem(
                        path, "`" + path + "` is also part of `optiply.credentials`: leave one of them out."))
                .toList();
    }

    CustomerSettings.Optiply settings() {
        return new CustomerSettings.Optiply(
                account.orElseThrow(),
                coupling,
                baseUrl,
                tokenUrl,
                credentials == null ? parts.all() : credentials,
                requestsPerSecondMax,
                parallelism);
    }

    @Override
    public String toString() {
        return "Optiply settings";
    }
}
