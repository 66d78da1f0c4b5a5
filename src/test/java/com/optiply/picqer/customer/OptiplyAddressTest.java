package com.optiply.picqer.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptiplyAddressTest {
    @ParameterizedTest
    @CsvSource({"http://localhost:1/v1", "http://127.9.9.9:1/v1", "http://[::1]:1/v1", "https://api.optiply.com/v1"})
    void sendsCredentialsInClearToThisMachineOnly(String address) {
        OptiplySection optiply = new Customer().getOptiply();
        optiply.setCredentials(
                "{\"clientId\":\"shop\",\"clientSecret\":\"s3cret\",\"username\":\"api\",\"password\":\"p4ssword\"}");
        optiply.setAccount("1380");
        optiply.setBaseUrl(address);

        assertThat(optiply.settings().baseUrl()).hasToString(address);
    }

    @ParameterizedTest
    @CsvSource({
        "http://api.optiply.com/v1",
        "http://localhost.example.org/v1",
        "http://127.0.0.1.example.org/v1",
        "ftp://localhost/v1",
        "//localhost/v1",
        "https:/v1",
        "https://api.optiply.com/v1/",
        "https://me@api.optiply.com/v1",
        "https://api.optiply.com/v1?x=1",
        "https://api.optiply.com/#/v1",
        "https://api optiply.com/v1"
    })
    void refusesAddressesThatCredentialsShouldNotGoTo(String address) {
        OptiplySection optiply = new Customer().getOptiply();

        assertThatThrownBy(() -> optiply.setBaseUrl(address)).isInstanceOf(IllegalArgumentException.class);
    }
}
