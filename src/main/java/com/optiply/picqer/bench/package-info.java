/**
 * What this program costs, beside a hand-written loop that makes the same requests and keeps no state (the floor), and
 * beside what the sandbox can serve at most. Every part runs in a JVM of its own, so that heap and CPU are each its
 * own.
 */
@NullMarked
package com.optiply.picqer.bench;

import org.jspecify.annotations.NullMarked;
