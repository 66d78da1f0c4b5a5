package com.optiply.picqer.customer;

import com.optiply.picqer.logging.SecretRegistry;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertiesFunction;
import org.jspecify.annotations.Nullable;

/** Camel's own placeholders, with all functions that its class path offers. */
public final class CamelPlaceholders implements PlaceholderResolver {
    private final CamelContext camel;

    public CamelPlaceholders(CamelContext camel) {
        this.camel = camel;
    }

    @Override
    public boolean hasFunction(String name) {
        return function(name) != null;
    }

    @Override
    public String resolve(String text) {
        String value = valueOf(text);
        if (value == null) {
            throw unresolved(text);
        }
        return value;
    }

    /** Camel logs every value that it puts in: the function is asked first, past Camel, so that the log masks it. */
    @Override
    public String resolveSecret(Reference reference) {
        PropertiesFunction function = function(reference.function());
        String value = function == null ? null : valueOf(function, reference);
        if (value != null) {
            SecretRegistry.ofThisProcess().register(value);
        }
        return resolve(reference.toString());
    }

    /** Camel and its vaults fail in many ways here, all of which may quote what they read: none is passed on. */
    private @Nullable String valueOf(String text) {
        try {
            return camel.resolvePropertyPlaceholders(text);
        } catch (RuntimeException e) {
            return null;
        }
    }

    private UnresolvedPlaceholderException unresolved(String text) {
        Optional<Reference> reference = Reference.of(text);
        if (reference.filter(this::holdsBraces).isPresent()) {
            return new UnresolvedPlaceholderException(
                    "has a value with `{{` or `}}` in it behind `" + text + "`",
                    "Camel would take that for another reference: choose a value without it.");
        }
        return reference
                .map(single -> new UnresolvedPlaceholderException(single.missing(), single.advice()))
                .orElse(new UnresolvedPlaceholderException("has no value behind `" + text + "`", ""));
    }

    private boolean holdsBraces(Reference reference) {
        PropertiesFunction function = function(reference.function());
        String value = function == null ? null : valueOf(function, reference);
        return value != null && (value.contains("{{") || value.contains("}}"));
    }

    private static @Nullable String valueOf(PropertiesFunction function, Reference reference) {
        try {
            return function.apply(reference.argument());
        } catch (RuntimeException e) {
            return null;
        }
    }

    private @Nullable PropertiesFunction function(String name) {
        return camel.getPropertiesComponent().getPropertiesFunction(name);
    }
}
