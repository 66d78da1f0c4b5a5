/**
 * The demo: the real engine against the sandbox, told in words, with numbers that are checked against an expectation of
 * their own. Nothing here knows the mapper or the rules of the engine; the expectation is derived from mapping.md anew.
 */
@NullMarked
package com.optiply.picqer.demo;

import org.jspecify.annotations.NullMarked;
