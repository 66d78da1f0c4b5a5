package com.optiply.picqer.customer;

import static java.util.Objects.requireNonNull;

import com.optiply.picqer.customer.CustomerSettings.Paging;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The part {@code picqer} of a customer file. Filled like {@link Customer}. */
public final class PicqerSection {
    private static final Pattern SUBDOMAIN = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final int REQUESTS_PER_MINUTE_MAX = 100_000;

    private @Nullable String subdomain;
    private @Nullable URI baseUrl;
    private @Nullable Secret apiKey;
    private OptionalInt requestsPerMinute = OptionalInt.of(500);
    private Paging paging = Paging.OVERLAPPING;

    @Setting(
            meaning = "The customer's own part of the Picqer address; this or `base-url`, not both.",
            allowed = "lower-case letters, digits and dashes",
            standard = "from `base-url`",
            example = "acme")
    public void setSubdomain(String name) {
        if (!SUBDOMAIN.matcher(name).matches()) {
            throw SettingValues.refused(name, "only the part before `.picqer.com`, such as `acme`", null);
        }
        subdomain = name;
    }

    @Setting(
            meaning = "The whole address of the Picqer API, for a sandbox; this or `subdomain`, not both.",
            allowed = "an https address ending in `/api/v1`",
            standard = "from `subdomain`",
            example = "http://localhost:8081/api/v1")
    public void setBaseUrl(String address) {
        baseUrl = SettingValues.address("/api/v1", address);
    }

    @Setting(
            meaning = "The Picqer API key. Make one of its own for this program: the request budget is counted by key.",
            allowed = "a reference",
            example = "{{env:ACME_PICQER_KEY}}",
            reference = true)
    public void setApiKey(String key) {
        apiKey = SettingValues.secret(key);
    }

    @Setting(
            meaning = "How many requests to make in a minute with this key, at most; fewer where Picqer allows fewer.",
            allowed = "a whole number from 1, `unlimited` (sandboxes)",
            standard = "500",
            example = "300")
    public void setRequestsPerMinute(String limit) {
        requestsPerMinute = SettingValues.limit(REQUESTS_PER_MINUTE_MAX, limit);
    }

    @Setting(
            meaning = "How lists are walked: each page beginning on the last row of the one before, or in plain steps,"
                    + " twice.",
            allowed = "`overlapping`, `plain`",
            standard = "overlapping",
            example = "plain")
    public void setPaging(String choice) {
        paging = SettingValues.choice(Paging.class, choice);
    }

    List<SettingProblem> problems() {
        List<SettingProblem> problems = new ArrayList<>();
        if (subdomain == null && baseUrl == null) {
            problems.add(new SettingProblem(
                    "picqer.subdomain",
                    "`picqer.subdomain` is missing: which Picqer account it is.",
                    List.of("picqer.base-url")));
        }
        if (subdomain != null && baseUrl != null) {
            problems.add(new SettingProblem(
                    "picqer.base-url",
                    "`picqer.base-url` and `picqer.subdomain` both say where Picqer is: leave one of them out."));
        }
        if (apiKey == null) {
            problems.add(new SettingProblem(
                    "picqer.api-key", "`picqer.api-key` is missing: a reference such as `{{env:ACME_PICQER_KEY}}`."));
        }
        return problems;
    }

    CustomerSettings.Picqer settings() {
        URI address = baseUrl == null ? URI.create("https://" + subdomain + ".picqer.com/api/v1") : baseUrl;
        return new CustomerSettings.Picqer(address, requireNonNull(apiKey), requestsPerMinute, paging);
    }

    @Override
    public String toString() {
        return "Picqer settings";
    }
}
