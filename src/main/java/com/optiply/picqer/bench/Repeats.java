package com.optiply.picqer.bench;

/**
 * How often a case is played.
 *
 * @param warmUps rounds before those that count
 */
public record Repeats(int warmUps, int rounds) {}
