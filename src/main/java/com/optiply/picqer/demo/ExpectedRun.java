package com.optiply.picqer.demo;

import java.util.Map;
import java.util.Set;

/**
 * What one run should come to.
 *
 * @param writes every write that Optiply should take, each once
 */
record ExpectedRun(
        long read,
        long created,
        long changed,
        long unchanged,
        Map<String, Long> filtered,
        Map<String, Long> parked,
        Map<String, Long> adjusted,
        Set<ProductWrite> writes) {}
