package com.optiply.picqer.oracle;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A second reading is worth something only as long as it shares nothing with the first. */
@AnalyzeClasses(packages = IndependenceTest.ORACLE)
class IndependenceTest {
    static final String ORACLE = "com.optiply.picqer.oracle";

    private static final DescribedPredicate<JavaClass> THE_PROGRAM = resideInAPackage("com.optiply.picqer..")
            .and(DescribedPredicate.not(resideInAnyPackage(ORACLE, "com.optiply.picqer.sandbox..")));

    @ArchTest
    static final ArchRule THE_ORACLE_KNOWS_THE_SANDBOX_ONLY = classes()
            .should()
            .onlyDependOnClassesThat(DescribedPredicate.not(THE_PROGRAM).as("are not the program's"));
}
