package com.optiply.picqer.bench;

import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.util.Locale;

/** What a figure is a measure of: its name in JSON, in the table, and how many decimals it bears there. */
public enum Measure {
    RECORDS("records", "records", 0),
    SECONDS("seconds", "seconds", 2),
    RECORDS_PER_SECOND("recordsPerSecond", "records a second", 0),
    ROWS("rows", "rows of the list", 0),
    ROWS_PER_SECOND("rowsPerSecond", "rows a second", 0),
    RATIO("ratio", "records a second, to the floor's", 2),
    CPU_SECONDS("cpuSeconds", "CPU seconds", 2),
    CPU_RATIO("cpuRatio", "CPU seconds, to the floor's", 2),
    PEAK_HEAP_BYTES("peakHeapBytes", "peak heap, bytes", 0),
    REQUESTS("requests", "requests", 0),
    LEAST_REQUESTS("leastRequests", "the least there can be", 0),
    EXTRA_REQUESTS("extraRequests", "requests above the least", 0),
    WRITES("writes", "writes", 0),
    SANDBOX_RECORDS_PER_SECOND("sandboxRecordsPerSecond", "records a second the sandbox can serve", 0),
    FLOOR_SHARE("floorShareOfSandbox", "the floor's share of that", 2),
    UNCHANGED_SECONDS("unchangedSeconds", "unchanged sync: seconds", 2),
    UNCHANGED_REQUESTS("unchangedRequests", "unchanged sync: requests", 0),
    UNCHANGED_LEAST_REQUESTS("unchangedLeastRequests", "unchanged sync: the least there can be", 0),
    UNCHANGED_EXTRA_REQUESTS("unchangedExtraRequests", "unchanged sync: requests above the least", 0),
    UNCHANGED_WRITES("unchangedWrites", "unchanged sync: writes", 0),
    HEAP_LIMIT_BYTES("heapLimitBytes", "heap limit (-Xmx), bytes", 0),
    LIVE_HEAP_BYTES("liveHeapBytes", "live heap, bytes", 0),
    TENTH_RECORDS("tenthRecords", "records in a catalogue of a tenth", 0),
    TENTH_LIVE_HEAP_BYTES("tenthLiveHeapBytes", "live heap with that one, bytes", 0),
    LIVE_HEAP_GROWTH("liveHeapGrowth", "live heap, to that one's", 2);

    private final String code;
    private final String title;
    private final int decimals;

    Measure(String code, String title, int decimals) {
        this.code = code;
        this.title = title;
        this.decimals = decimals;
    }

    String code() {
        return code;
    }

    /** The same figure of the floor. */
    String floorCode() {
        return "floor" + Character.toUpperCase(code.charAt(0)) + code.substring(1);
    }

    String title() {
        return title;
    }

    /** What can only be whole stands there whole, everything else unrounded. */
    ValueNode json(double value) {
        return decimals == 0 ? LongNode.valueOf(Math.round(value)) : DoubleNode.valueOf(value);
    }

    String shown(double value) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
