package com.optiply.picqer.sandbox.optiply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class OptiplyTokensTest {
    private static final String LOGIN = "username=api_imports_acme_1&password=pass";

    private final Client client = new Client();

    @Test
    void answersThePasswordGrantWithFiveKeys() {
        Client.Answer answer = client.token();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("Content-Type", "application/json;charset=UTF-8");
        assertThat(answer.text())
                .matches("\\{\"access_token\":\"[-0-9a-f]{36}\",\"token_type\":\"bearer\","
                        + "\"refresh_token\":\"[-0-9a-f]{36}\",\"expires_in\":86399,\"scope\":\"read write delete\"}");
    }

    @Test
    void takesTheGrantTypeInTheFormToo() {
        assertThat(client.token("", "grant_type=password&client_id=acme&" + LOGIN)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void givesTheSameTokenAgainWhileItLives() {
        String first = client.token().json().path("access_token").asText();
        client.clock.goOn(Duration.ofSeconds(399));

        Client.Answer again = client.token();

        assertThat(again.json().path("access_token").asText()).isEqualTo(first);
        assertThat(again.json().path("expires_in").asInt()).isEqualTo(86_000);
    }

    @Test
    void refreshesIntoANewTokenAndEndsTheOld() {
        Client.Answer old = client.token();
        client.bearer(old.json().path("access_token").asText());
        String refresh = old.json().path("refresh_token").asText();

        Client.Answer fresh = client.token("?grant_type=refresh_token&refresh_token=" + refresh, "");

        assertThat(fresh.status()).isEqualTo(200);
        assertThat(client.get("/v1/accounts").text())
                .isEqualTo("{\"error\":\"invalid_token\",\"error_description\":\"Invalid access token\"}");
        client.bearer(fresh.json().path("access_token").asText());
        assertThat(client.get("/v1/accounts").status()).isEqualTo(200);
    }

    @Test
    void refusesAnUnknownRefreshToken() {
        Client.Answer answer = client.token("?grant_type=refresh_token&refresh_token=x", "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).isEqualTo("invalid_grant");
    }

    @Test
    void saysSoWhenTheUserIsUnknown() {
        Client.Answer answer = client.token("?grant_type=password", "username=nobody&password=pass");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text())
                .isEqualTo("{\"error\":\"unauthorized\",\"error_description\":"
                        + "\"UserDetailsService returned null, which is an interface contract violation\"}");
    }

    @Test
    void refusesAWrongPassword() {
        Client.Answer answer = client.token("?grant_type=password", "username=api_imports_acme_1&password=no");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo("{\"error\":\"invalid_grant\",\"error_description\":\"Bad credentials\"}");
    }

    @Test
    void refusesAWrongClient() {
        Client.Answer answer = client.token("acme:wrong", "?grant_type=password", LOGIN);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("error").asText()).isEqualTo("unauthorized");
    }

    @Test
    void refusesOtherGrants() {
        assertThat(client.token("?grant_type=client_credentials", "")
                        .json()
                        .path("error")
                        .asText())
                .isEqualTo("unsupported_grant_type");
        assertThat(client.token("", LOGIN).json().path("error").asText()).isEqualTo("invalid_request");
    }

    @Test
    void refusesARequestWithoutOrWithAnUnknownToken() {
        assertThat(client.get("/v1/products").status()).isEqualTo(401);
        client.bearer("unknown");
        assertThat(client.get("/v1/products").status()).isEqualTo(401);
    }

    @Test
    void refusesATokenAfterItsLifetimeAndTakesANewOneAtOnce() {
        client.simulator.tokenLifetime(Duration.ofMinutes(1));
        client.logIn();
        client.clock.goOn(Duration.ofMinutes(1));

        assertThat(client.get("/v1/products").text())
                .isEqualTo("{\"error\":\"invalid_token\",\"error_description\":\"Access token expired\"}");
        client.logIn();
        assertThat(client.get("/v1/products").status()).isEqualTo(200);
    }

    @Test
    void expiresEveryTokenOnDemand() {
        client.logIn();
        client.simulator.expireTokens();

        assertThat(client.get("/v1/products").status()).isEqualTo(401);
        client.logIn();
        assertThat(client.get("/v1/products").status()).isEqualTo(200);
    }

    @Test
    void answersTooManyRequestsBeyondTheRateOfAToken() {
        client.logIn();
        client.simulator.rateLimit(new RateLimit(2, OptionalInt.of(3)));

        assertThat(client.get("/v1/products").status()).isEqualTo(200);
        client.clock.goOn(Duration.ofMillis(500));
        assertThat(client.get("/v1/products").status()).isEqualTo(200);
        Client.Answer third = client.get("/v1/products");
        assertThat(third.status()).isEqualTo(429);
        assertThat(third.headers()).containsEntry("Retry-After", "3");

        client.clock.goOn(Duration.ofMillis(500));
        assertThat(client.get("/v1/products").status()).isEqualTo(200);
        assertThat(client.get("/v1/products").status()).isEqualTo(429);
    }

    @Test
    void leavesRetryAfterOutWhenToldTo() {
        client.logIn();
        client.simulator.rateLimit(new RateLimit(1, OptionalInt.empty()));
        client.get("/v1/products");

        assertThat(client.get("/v1/products").headers()).doesNotContainKey("Retry-After");
    }

    @Test
    void keepsSecretsOutOfItsText() {
        assertThat(Client.CREDENTIALS).hasToString("ApiCredentials[clientId=acme, username=api_imports_acme_1]");
        ApiCredentials other = new ApiCredentials("acme", "client-secret", "api_imports_acme_1", "hunter2");
        assertThatThrownBy(() -> client.simulator.addAccount(2, "Other", other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hunter2");
    }
}
