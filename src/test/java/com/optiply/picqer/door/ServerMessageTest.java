package com.optiply.picqer.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerMessageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"errors\":[{\"detail\":\"b\",\"meta\":{\"message\":\"a\"}}]} | a",
                "{\"errors\":[{\"detail\":\"b\",\"message\":\"c\"}]}             | b",
                "{\"errors\":[{\"message\":\"c\",\"title\":\"t\"}]}              | c",
                "{\"errors\":[{\"detail\":\"b\"},{\"detail\":\"d\"}]}            | b; d",
                "{\"errors\":[{\"title\":\"t\"}]}                                | t",
                "{\"message\":\"d\",\"error\":\"e\"}                             | d",
                "{\"error\":\"invalid_grant\",\"error_description\":\"Bad\"}     | Bad",
                "{\"error\":\"e\"}                                               | e",
                "{\"error\":true,\"error_code\":8,\"error_message\":\"Nope\"}    | Nope",
                "{\"other\":1}                                                   | {\"other\":1}",
                "Service  is\tdown                                               | Service is down",
                "<html><title>502</title></html>                                 | an HTML page"
            })
    void findsTheSentence(String body, String sentence) {
        assertThat(message(body)).isEqualTo(sentence);
    }

    @Test
    void isNullWhereTheServerSaysNothing() {
        assertThat(message(" \n")).isNull();
    }

    @Test
    void hidesSecretsAndMailAddresses() {
        assertThat(message("{\"message\":\"s3cret of jan.jansen@example.org is not valid\"}"))
                .isEqualTo("*** of *** is not valid");
    }

    @Test
    void isShortAndOnOneLine() {
        assertThat(message("line\n".repeat(200)))
                .hasSizeLessThanOrEqualTo(303)
                .doesNotContain("\n")
                .endsWith("...");
    }

    private static String message(String body) {
        return ServerMessage.in(body.getBytes(UTF_8), AnswerBody.JSON, List.of("s3cret", ""));
    }
}
