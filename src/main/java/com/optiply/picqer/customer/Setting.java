package com.optiply.picqer.customer;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Documents a setting at the setter that takes it. The checker reads from here which keys exist and which are secret,
 * and the reference is generated from it, so none of the three can differ from the others.
 */
@Documented
@Retention(RUNTIME)
@Target(METHOD)
public @interface Setting {
    /** What it decides, as one sentence. */
    String meaning();

    /** Which values may be written. */
    String allowed();

    /** What holds when it is left out, in words where it is not a value; empty for a setting that must be given. */
    String standard() default "";

    /** A value that is accepted. */
    String example();

    /** Whether only a reference to the value may stand in the file. */
    boolean reference() default false;
}
