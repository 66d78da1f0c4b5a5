package com.optiply.picqer.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test class one invocation for each database: see {@link OnEveryDatabase}. */
final class Databases implements ClassTemplateInvocationContextProvider {
    /** The only database to run on. */
    private static final String ONLY = "tests.database";

    /** For all test classes of a JVM: to migrate it for each would take most of the time. */
    private static final Map<TestDatabase.Product, TestDatabase> KEPT = new EnumMap<>(TestDatabase.Product.class);

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
        Optional<TestDatabase.Product> only =
                context.getConfigurationParameter(ONLY).map(TestDatabase.Product::valueOf);
        return only.map(Stream::of)
                .orElseGet(() -> Arrays.stream(TestDatabase.Product.values()))
                .map(Invocation::new);
    }

    private record Invocation(TestDatabase.Product product) implements ClassTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return product.toString();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new OneDatabase(KEPT.computeIfAbsent(product, TestDatabase::new)));
        }
    }

    /** Emptied before each test. */
    private record OneDatabase(TestDatabase database)
            implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
        @Override
        public void beforeEach(ExtensionContext context) throws Exception {
            begin();
            database.empty();
        }

        @Override
        public void afterEach(ExtensionContext context) throws Exception {
            int left = database.connectionsInUse();
            database.closeOthers();
            if (left > 0) {
                database.end();
            }
            assertThat(left).as("connections left in use").isZero();
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            Class<?> type = parameter.getParameter().getType();
            return type == Store.class || type == TestDatabase.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            begin();
            return parameter.getParameter().getType() == Store.class ? database.store() : database;
        }

        private void begin() {
            if (!database.isOpen()) {
                database.begin();
            }
        }
    }
}
