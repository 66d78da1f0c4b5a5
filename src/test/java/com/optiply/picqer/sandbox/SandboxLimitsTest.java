package com.optiply.picqer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.sandbox.server.Fault;
import com.optiply.picqer.sandbox.server.Occurrences;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The limit of a shop: lowered, restored, and pretended. */
class SandboxLimitsTest extends OneShopSandbox {
    @Test
    void lowersTheLimitThroughTheAdminDoor() throws Exception {
        admin(
                "POST",
                "/actions",
                "{\"at\":\"acme\",\"name\":\"rate-limit\",\"arguments\":{\"requests_per_minute\":1}}");

        assertThat(page(0)).hasSize(100);
        assertThat(page(0).path("error_code").asInt()).isEqualTo(28);
    }

    @Test
    void restoresTheLimitAndWhatIsLeftOfItWithTheRest() throws Exception {
        page(0);
        admin(
                "POST",
                "/actions",
                "{\"at\":\"acme\",\"name\":\"rate-limit\",\"arguments\":{\"requests_per_minute\":1}}");

        admin("POST", "/reset", "");

        HttpResponse<String> response = send("GET", sandbox.picqerUri("acme") + "/products", "");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("x-ratelimit-remaining")).contains("499");
    }

    @Test
    void answersAnInjected429AsPicqerDoesOrAsSomebodyBeforeIt() throws Exception {
        sandbox.faults().add(Fault.rateLimited().occurring(Occurrences.nth(1)));
        sandbox.faults().add(Fault.rateLimitedByAnother().occurring(Occurrences.nth(2)));

        HttpResponse<String> picqers = send("GET", sandbox.picqerUri("acme") + "/products", "");
        HttpResponse<String> anothers = send("GET", sandbox.picqerUri("acme") + "/products", "");

        assertThat(picqers.statusCode()).isEqualTo(429);
        assertThat(picqers.headers().firstValue("x-ratelimit-remaining")).contains("0");
        assertThat(anothers.statusCode()).isEqualTo(429);
        assertThat(anothers.headers().map()).doesNotContainKeys("x-ratelimit-remaining", "x-ratelimit-limit");
        assertThat(anothers.body()).contains("\"error_code\":28");
    }
}
