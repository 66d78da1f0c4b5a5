package com.optiply.picqer.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorRequestTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "products", "/products/", "/products?offset=1", "/pro ducts", "/{{env:HOME}}", "//evil"
            })
    void refusesAPathThatWouldNotStayInItsPlace(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> PicqerRequest.get(path, Query.NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> OptiplyRequest.delete(path));
    }

    @Test
    void encodesEverythingButLettersAndDigitsInAQuery() {
        Query query = Query.of("filter[name]", "a b&c=d+é{{x}}").and("page[limit]", 100);

        assertThat(query.encoded())
                .isEqualTo("filter%5Bname%5D=a%20b%26c%3Dd%2B%C3%A9%7B%7Bx%7D%7D&page%5Blimit%5D=100");
    }
}
