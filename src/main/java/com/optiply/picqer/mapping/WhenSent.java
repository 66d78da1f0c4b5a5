package com.optiply.picqer.mapping;

import com.optiply.picqer.optiply.Attributes;

/**
 * What becomes of a record that a rule keeps out, when it was sent before it came under the rule.
 *
 * @param isDeleted whether it is deleted in Optiply; if not, it is hidden
 * @param approval why a person has to agree first, however few they are
 * @param hiddenBy what takes it out of sight; none where it stays as it is
 */
public record WhenSent(boolean isDeleted, Approval approval, Attributes hiddenBy) {

    /** What a person has to look at before it is deleted. */
    public enum Approval {
        /** Nothing: the guards count it with all others. */
        NONE,
        /** The records that lean on it. */
        IN_USE,
        /** Whether Picqer really has it no more: it says so of its number only, and shows nothing of it. */
        VANISHED
    }

    /** It stays as it is. */
    public static final WhenSent LEFT = new WhenSent(false, Approval.NONE, Attributes.NONE);

    /** It is deleted. */
    public static final WhenSent DELETED = new WhenSent(true, Approval.NONE, Attributes.NONE);

    /** Others lean on it: it is deleted once a person agrees. */
    public static final WhenSent DELETED_IF_APPROVED = new WhenSent(true, Approval.IN_USE, Attributes.NONE);

    /** Picqer has nothing under its number any more: it is deleted once a person agrees. */
    public static final WhenSent DELETED_IF_VANISHED = new WhenSent(true, Approval.VANISHED, Attributes.NONE);

    /** It stays, but out of a buyer's sight. */
    public static WhenSent hiddenBy(Attributes attributes) {
        return new WhenSent(false, Approval.NONE, attributes);
    }
}
