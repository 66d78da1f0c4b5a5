package com.optiply.picqer.oracle;

import java.util.List;
import java.util.Map;

/**
 * What one resource of the account looks like next to the oracle.
 *
 * @param differences each a sentence that names the record
 * @param verdicts how many records go where: {@code in_optiply}, or a reason of mapping.md against it
 */
public record Comparison(List<String> differences, Map<String, Long> verdicts) {}
