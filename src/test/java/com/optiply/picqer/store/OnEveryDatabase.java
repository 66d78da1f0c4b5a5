package com.optiply.picqer.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test class on SQLite and again on PostgreSQL. Constructors and tests may ask for the {@link Store}, which is
 * empty before each test, and for the {@link TestDatabase} it is in. No test may leave a connection in use.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(Databases.class)
public @interface OnEveryDatabase {}
