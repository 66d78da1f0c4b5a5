package com.optiply.picqer.mapping.preference;

/**
 * One row that was not taken.
 *
 * @param detail what the reason's sentence says of this very row
 */
public record PreferenceRejection(PreferenceReason reason, String detail) {
    public String sentence() {
        return reason.sentence(detail);
    }
}
