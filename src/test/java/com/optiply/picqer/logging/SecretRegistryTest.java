package com.optiply.picqer.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretRegistryTest {
    private final SecretRegistry secrets = new SecretRegistry();

    @Test
    void masksARegisteredValueWhereverItStands() {
        secrets.register("k3y-k3y");

        assertThat(secrets.mask("before k3y-k3y after, and /path/k3y-k3y/x"))
                .isEqualTo("before *** after, and /path/***/x");
    }

    @Test
    void masksItUrlEncoded() {
        secrets.register("a b&c=d+e/f");

        assertThat(secrets.mask("q=" + URLEncoder.encode("a b&c=d+e/f", UTF_8))).isEqualTo("q=***");
        assertThat(secrets.mask("q=a%20b%26c%3Dd%2Be%2Ff")).isEqualTo("q=***");
    }

    @Test
    void masksItAsJsonText() {
        secrets.register("quo\"te\\slash");

        assertThat(secrets.mask("{\"x\":\"quo\\\"te\\\\slash\"}")).isEqualTo("{\"x\":\"***\"}");
    }

    /** Of {@code user:password} only a part of the text is the password's, and it begins anywhere. */
    @ParameterizedTest
    @ValueSource(strings = {"", "u", "us", "use", "user", "a-user-with-a-long-name"})
    void masksItInsideBase64(String user) {
        secrets.register("correct horse battery");
        for (String after : List.of("", ":", ":X", ":None")) {
            String basic =
                    Base64.getEncoder().encodeToString((user + ":correct horse battery" + after).getBytes(UTF_8));

            String masked = secrets.mask("basic=" + basic);

            assertThat(masked).contains("***");
            assertThat(decoded(masked)).doesNotContain("correct", "horse", "battery", "orse", "atter");
        }
    }

    @Test
    void masksTheLongerOfTwoThatOverlap() {
        secrets.register("pass");
        secrets.register("password-long");

        assertThat(secrets.mask("password-long")).isEqualTo("***");
    }

    @Test
    void leavesWordsAloneThatAreTooShortToBeSecrets() {
        secrets.register("a");
        secrets.register("");

        assertThat(secrets.mask("a banana")).isEqualTo("a banana");
    }

    @Test
    void masksAuthorizationHeadersOfAnyone() {
        assertThat(secrets.mask("http-outgoing-0 >> Authorization: Bearer 7c1e.x-y"))
                .isEqualTo("http-outgoing-0 >> Authorization: ***");
        assertThat(secrets.mask("http-outgoing-0 >> \"authorization: Basic YTpi[\\r][\\n]\""))
                .isEqualTo("http-outgoing-0 >> \"authorization: ***[\\r][\\n]\"");
        assertThat(secrets.mask("headers: {Authorization=Basic YTpi, Accept=x}"))
                .doesNotContain("YTpi");
    }

    @Test
    void masksTokensInJsonEvenWhenTheLogCutsThemOff() {
        assertThat(secrets.mask("{\"access_token\":\"7c1e\",\"refresh_token\" : \"b90a\",\"scope\":\"read\"}"))
                .isEqualTo("{\"access_token\":\"***\",\"refresh_token\" : \"***\",\"scope\":\"read\"}");
        assertThat(secrets.mask("{\\\"access_token\\\":\\\"7c1e\\\"}")).isEqualTo("{\\\"access_token\\\":\\\"***\\\"}");
        assertThat(secrets.mask("{\"access_token\":\"7c1")).isEqualTo("{\"access_token\":\"***");
    }

    @Test
    void masksFormFields() {
        assertThat(secrets.mask("username=api&password=p4ss&client_secret=s3c&x=1"))
                .isEqualTo("username=api&password=***&client_secret=***&x=1");
    }

    @Test
    void leavesOrdinarySentencesAlone() {
        String sentence = "Customer `acme`: 12 products read, no password= given, authorization is fine.";

        assertThat(secrets.mask("Run 12 of `acme` is done.")).isEqualTo("Run 12 of `acme` is done.");
        assertThat(secrets.mask("authorization is fine")).isEqualTo("authorization is fine");
        assertThat(secrets.mask(sentence)).contains("12 products read");
    }

    /** Everything in the text that can be read as Base64, decoded at each alignment. */
    private static String decoded(String masked) {
        StringBuilder all = new StringBuilder();
        for (String part : masked.split("[^A-Za-z0-9+/]+")) {
            for (int skip = 0; skip < Math.min(4, part.length()); skip++) {
                String text = part.substring(skip);
                String whole = text.substring(0, text.length() - (text.length() % 4 == 1 ? 1 : 0));
                all.append(new String(Base64.getDecoder().decode(whole), UTF_8)).append(' ');
            }
        }
        return all.toString();
    }
}
