package com.optiply.picqer.customer.check;

import com.optiply.picqer.customer.CamelPlaceholders;
import com.optiply.picqer.service.CustomerFiles;
import com.optiply.picqer.service.Installation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PropertiesFunction;

/** A Camel of its own whose environment variables are these, with all else as it is in the program. */
final class CheckedWith implements AutoCloseable {
    static final Map<String, String> VARIABLES = Map.of(
            "ACME_PICQER_KEY", "canary-picqer-key",
            "BETA_PICQER_KEY", "canary-picqer-key-of-beta",
            "ACME_OPTIPLY",
                    "{\"clientId\":\"acme\",\"clientSecret\":\"canary-secret\",\"username\":\"api_acme\","
                            + "\"password\":\"canary-password\"}",
            "ACME_OPTIPLY_WITHOUT_PASSWORD",
                    "{\"clientId\":\"acme\",\"clientSecret\":\"canary-secret\",\"username\":\"api_acme\","
                            + "\"pass\":\"canary-password\"}",
            "ACME_OPTIPLY_SHORT",
                    "{\"clientId\":\"acme\",\"clientSecret\":\"canary-secret\",\"username\":\"api_acme\","
                            + "\"password\":\"x\"}",
            "ACME_CLIENT_ID", "acme-client",
            "ACME_CLIENT_SECRET", "canary-secret",
            "ACME_USERNAME", "api_acme",
            "ACME_EMPTY", "",
            "ACME_BRACES", "canary-{{-braces");

    private static final SharedRoutes SHARED = CustomerFiles.sharedRoutes(Installation.find(Path.of(""), null, null));

    private final DefaultCamelContext camel = new DefaultCamelContext();

    CheckedWith() {
        camel.disableJMX();
        camel.build();
        camel.getPropertiesComponent().addPropertiesFunction(new Variables());
    }

    DefaultCamelContext camel() {
        return camel;
    }

    CustomerFileCheck check() {
        return new CustomerFileCheck(new CamelPlaceholders(camel), SHARED);
    }

    @Override
    public void close() throws IOException {
        camel.close();
    }

    /** In the place of Camel's own, with the same handling of a fallback. */
    private static final class Variables implements PropertiesFunction {
        @Override
        public String getName() {
            return "env";
        }

        @Override
        public String apply(String remainder) {
            int colon = remainder.indexOf(':');
            String name = colon < 0 ? remainder : remainder.substring(0, colon);
            return VARIABLES.getOrDefault(name, colon < 0 ? null : remainder.substring(colon + 1));
        }
    }
}
