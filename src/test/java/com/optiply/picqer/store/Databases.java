package com.optiply.picqer.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test class one invocation for each database: see {@link OnEveryDatabase}. */
final class Databases implements ClassTemplateInvocationContextProvider {
    /** The only database to run on, for a JVM that runs each test thousands of times (the profile `mutation`). */
    private static final String ONLY = "tests.database";

    /** There it outlives its test class: to migrate it each time would take most of the time. */
    private static final Map<TestDatabase.Product, TestDatabase> KEPT = new EnumMap<>(TestDatabase.Product.class);

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
        Optional<TestDatabase.Product> only =
                context.getConfigurationParameter(ONLY).map(TestDatabase.Product::valueOf);
        return only.map(product -> Stream.of(new Invocation(product, true)))
                .orElseGet(() ->
                        Arrays.stream(TestDatabase.Product.values()).map(product -> new Invocation(product, false)))
                .map(ClassTemplateInvocationContext.class::cast);
    }

    private record Invocation(TestDatabase.Product product, boolean isKept) implements ClassTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return product.toString();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            TestDatabase database =
                    isKept ? KEPT.computeIfAbsent(product, TestDatabase::new) : new TestDatabase(product);
            return List.of(new OneDatabase(database, isKept));
        }
    }

    /** One database for a class, emptied before each of its tests: migrating for each would take most of the time. */
    private record OneDatabase(TestDatabase database, boolean isKept)
            implements BeforeClassTemplateInvocationCallback,
                    AfterClassTemplateInvocationCallback,
                    BeforeEachCallback,
                    AfterEachCallback,
                    ParameterResolver {
        @Override
        public void beforeClassTemplateInvocation(ExtensionContext context) throws Exception {
            if (!database.isOpen()) {
                database.begin();
            }
        }

        @Override
        public void afterClassTemplateInvocation(ExtensionContext context) throws Exception {
            if (!isKept) {
                database.end();
            }
        }

        @Override
        public void beforeEach(ExtensionContext context) throws Exception {
            database.empty();
        }

        @Override
        public void afterEach(ExtensionContext context) throws Exception {
            int left = database.connectionsInUse();
            database.closeOthers();
            if (isKept && left > 0) {
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
            return parameter.getParameter().getType() == Store.class ? database.store() : database;
        }
    }
}
