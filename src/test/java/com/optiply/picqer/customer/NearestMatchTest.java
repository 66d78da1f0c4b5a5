package com.optiply.picqer.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestMatchTest {
    private static final List<String> KEYS = List.of("api-key", "base-url", "paging", "subdomain");

    @Test
    void findsAWordInAnotherSpelling() {
        assertThat(NearestMatch.of("apiKey", KEYS)).contains("api-key");
        assertThat(NearestMatch.of("BASE_URL", KEYS)).contains("base-url");
    }

    @Test
    void findsAWordWithATypingError() {
        assertThat(NearestMatch.of("pagign", KEYS)).contains("paging");
        assertThat(NearestMatch.of("subdomian", KEYS)).contains("subdomain");
        assertThat(NearestMatch.of("bas-url", KEYS)).contains("base-url");
    }

    @Test
    void countsSwappedLettersAsOneError() {
        assertThat(NearestMatch.of("ot", List.of("to"))).contains("to");
    }

    @Test
    void takesTheNearestOfSeveral() {
        assertThat(NearestMatch.of("share", List.of("shares", "share", "shard")))
                .contains("share");
    }

    @Test
    void staysSilentWhenNothingIsNear() {
        assertThat(NearestMatch.of("flavour", KEYS)).isEmpty();
        assertThat(NearestMatch.of("", KEYS)).isEmpty();
        assertThat(NearestMatch.of("paging", List.of())).isEmpty();
    }
}
