package com.optiply.picqer.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
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
    private static final String ONLY = "tests.database";

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
        return Arrays.stream(TestDatabase.Product.values())
                .filter(product -> isWanted(context, product))
                .map(Invocation::new);
    }

    /** All of them, but where thousands of runs would start a server each time. */
    private static boolean isWanted(ExtensionContext context, TestDatabase.Product product) {
        return context.getConfigurationParameter(ONLY)
                .filter(only -> !only.equals(product.name()))
                .isEmpty();
    }

    private record Invocation(TestDatabase.Product product) implements ClassTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return product.toString();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new OneDatabase(product));
        }
    }

    /** One database for a class, emptied before each of its tests: migrating for each would take most of the time. */
    private static final class OneDatabase
            implements BeforeClassTemplateInvocationCallback,
                    AfterClassTemplateInvocationCallback,
                    BeforeEachCallback,
                    AfterEachCallback,
                    ParameterResolver {
        private final TestDatabase database;

        OneDatabase(TestDatabase.Product product) {
            this.database = new TestDatabase(product);
        }

        @Override
        public void beforeClassTemplateInvocation(ExtensionContext context) throws Exception {
            database.begin();
        }

        @Override
        public void afterClassTemplateInvocation(ExtensionContext context) throws Exception {
            database.end();
        }

        @Override
        public void beforeEach(ExtensionContext context) throws Exception {
            database.empty();
        }

        @Override
        public void afterEach(ExtensionContext context) {
            assertThat(database.connectionsInUse())
                    .as("connections left in use")
                    .isZero();
            database.closeOthers();
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
