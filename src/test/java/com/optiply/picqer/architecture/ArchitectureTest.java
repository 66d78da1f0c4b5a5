package com.optiply.picqer.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.stream.Stream;

/** What may know what: the core is pure, routes and HTTP stay outside, and nothing goes round in circles. */
@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    static final String ROOT = "com.optiply.picqer";

    private static final String[] CORE = {ROOT + ".mapping..", ROOT + ".picqer..", ROOT + ".optiply..", ROOT + ".sync.."
    };
    /** Every package that an amount of money passes. */
    private static final String[] MONEYS_WAY = Stream.concat(
                    Stream.of(CORE), Stream.of(ROOT + ".flow..", ROOT + ".filedrop..", ROOT + ".customer.."))
            .toArray(String[]::new);

    private static final Set<String> CLOCKS = Set.of(
            Clock.class.getName(),
            Instant.class.getName(),
            LocalDate.class.getName(),
            LocalDateTime.class.getName(),
            ZonedDateTime.class.getName());

    @ArchTest
    static final ArchRule MAPPING_KNOWS_VALUES_ONLY = noClasses()
            .that()
            .resideInAPackage(ROOT + ".mapping..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "java.io..",
                    "java.nio.file..",
                    "java.net..",
                    "java.sql..",
                    "java.util.concurrent..",
                    "org.apache..",
                    "org.slf4j..",
                    ROOT + ".store..",
                    ROOT + ".door..",
                    ROOT + ".sync..",
                    ROOT + ".flow.."));

    @ArchTest
    static final ArchRule MAPPING_ASKS_NO_CLOCK =
            noClasses().that().resideInAPackage(ROOT + ".mapping..").should(askAClock());

    @ArchTest
    static final ArchRule THE_CORE_KNOWS_NO_CAMEL = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat(resideInAPackage("org.apache.camel.."));

    @ArchTest
    static final ArchRule ONLY_WHAT_PLAYS_KNOWS_THE_SANDBOX = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".sandbox..", ROOT + ".demo..", ROOT + ".bench..", ROOT + ".cli..")
            .should()
            .dependOnClassesThat(resideInAPackage(ROOT + ".sandbox.."));

    @ArchTest
    static final ArchRule MONEY_IS_KEPT_IN_NO_BINARY_FRACTION = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(MONEYS_WAY)
            .should()
            .haveRawType(double.class)
            .orShould()
            .haveRawType(float.class)
            .orShould()
            .haveRawType(Double.class)
            .orShould()
            .haveRawType(Float.class);

    @ArchTest
    static final ArchRule MONEY_PASSES_AS_NO_BINARY_FRACTION =
            noClasses().that().resideInAnyPackage(MONEYS_WAY).should(passBinaryFractions());

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
            noClasses().should().haveNameMatching(".*\\.[^.]*(Util|Helper|Manager|Common|Impl)[^.]*");

    @ArchTest
    static final ArchRule ONLY_COMMANDS_PRINT = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".cli..", ROOT + ".demo..", ROOT + ".bench..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule NOBODY_LOGS_PAST_THE_MASKING =
            noClasses().should().dependOnClassesThat(resideInAPackage("java.util.logging.."));

    @ArchTest
    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
            slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

    private static ArchCondition<JavaClass> askAClock() {
        return new ArchCondition<>("ask what time it is") {
            @Override
            public void check(JavaClass one, ConditionEvents events) {
                one.getMethodCallsFromSelf().stream()
                        .filter(call -> isClock(call))
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(one, call.getDescription())));
            }
        };
    }

    private static boolean isClock(JavaAccess<?> call) {
        String owner = call.getTargetOwner().getName();
        String method = call.getName();
        return CLOCKS.contains(owner) && (method.equals("now") || method.startsWith("system"))
                || owner.equals(System.class.getName())
                        && (method.equals("nanoTime") || method.equals("currentTimeMillis"));
    }

    private static ArchCondition<JavaClass> passBinaryFractions() {
        return new ArchCondition<>("take, give or make a double or a float") {
            @Override
            public void check(JavaClass one, ConditionEvents events) {
                one.getMethods().stream()
                        .filter(ArchitectureTest::isFractional)
                        .forEach(method -> events.add(SimpleConditionEvent.satisfied(method, method.getDescription())));
                one.getMethodCallsFromSelf().stream()
                        .filter(call -> isFraction(call.getTarget().getRawReturnType()))
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(one, call.getDescription())));
            }
        };
    }

    private static boolean isFractional(JavaMethod method) {
        return isFraction(method.getRawReturnType())
                || method.getRawParameterTypes().stream().anyMatch(ArchitectureTest::isFraction);
    }

    private static boolean isFraction(JavaClass type) {
        return type.isEquivalentTo(double.class)
                || type.isEquivalentTo(float.class)
                || type.isEquivalentTo(Double.class)
                || type.isEquivalentTo(Float.class);
    }
}
