package com.optiply.picqer.customer;

import static com.fasterxml.jackson.core.JsonParser.Feature.STRICT_DUPLICATE_DETECTION;
import static com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.optiply.picqer.customer.CustomerSettings.OptiplyCredentials;
import com.optiply.picqer.logging.SecretRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The four parts of Optiply's credentials while they come in, one by one or together as one JSON value. */
final class OptiplyCredentialParts {
    private static final Set<String> NAMES = Set.of("clientId", "clientSecret", "username", "password");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(STRICT_DUPLICATE_DETECTION)
            .enable(FAIL_ON_TRAILING_TOKENS)
            .build();

    @Nullable
    String clientId;

    @Nullable
    Secret clientSecret;

    @Nullable
    String username;

    @Nullable
    Secret password;

    /** One value holds all four, so that one variable or one entry of a vault is enough for a customer. */
    static OptiplyCredentials together(String json) {
        SecretRegistry.ofThisProcess().register(json);
        JsonNode parts = parsed(json);
        Set<String> given = new TreeSet<>();
        parts.fieldNames().forEachRemaining(given::add);
        boolean allText = NAMES.stream().allMatch(name -> parts.path(name).isTextual());
        if (!NAMES.equals(given) || !allText) {
            throw formRefused();
        }
        return new OptiplyCredentials(
                present(parts, "clientId"),
                secret(parts, "clientSecret"),
                present(parts, "username"),
                secret(parts, "password"));
    }

    private static Secret secret(JsonNode parts, String key) {
        if (!SettingValues.isSecret(parts.get(key).asText())) {
            throw SettingValues.refusedUnseen("JSON in which `" + key + "` is " + SettingValues.SECRET_FORM);
        }
        return SettingValues.secret(parts.get(key).asText());
    }

    private static String present(JsonNode parts, String key) {
        if (parts.get(key).asText().isBlank()) {
            throw SettingValues.refusedUnseen("JSON in which `" + key + "` is not empty");
        }
        return parts.get(key).asText();
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            // Jackson's message quotes the text around the mistake, which is a secret.
            throw formRefused();
        }
    }

    private static IllegalArgumentException formRefused() {
        return SettingValues.refusedUnseen(
                "JSON with exactly these four: {\"clientId\":\"...\",\"clientSecret\":\"...\",\"username\":\"...\","
                        + "\"password\":\"...\"}");
    }

    List<String> given() {
        return names(true);
    }

    List<String> missing() {
        return names(false);
    }

    private List<String> names(boolean present) {
        List<String> names = new ArrayList<>();
        addIf((clientId != null) == present, "client-id", names);
        addIf((clientSecret != null) == present, "client-secret", names);
        addIf((username != null) == present, "username", names);
        addIf((password != null) == present, "password", names);
        return names;
    }

    private static void addIf(boolean wanted, String name, List<String> names) {
        if (wanted) {
            names.add(name);
        }
    }

    OptiplyCredentials all() {
        return new OptiplyCredentials(
                requireNonNull(clientId),
                requireNonNull(clientSecret),
                requireNonNull(username),
                requireNonNull(password));
    }
}
