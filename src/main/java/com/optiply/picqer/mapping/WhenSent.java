package com.optiply.picqer.mapping;

import com.optiply.picqer.optiply.Attributes;

/**
 * What becomes of a record that a rule keeps out, when it was sent before it came under the rule.
 *
 * @param isDeleted whether it is deleted in Optiply; if not, it is hidden
 * @param needsApproval whether a person has to agree first, however few they are
 * @param hiddenBy what takes it out of sight; none where it stays as it is
 */
public record WhenSent(boolean isDeleted, boolean needsApproval, Attributes hiddenBy) {
    /** It stays as it is. */
    public static final WhenSent LEFT = new WhenSent(false, false, Attributes.NONE);

    /** It is deleted. */
    public static final WhenSent DELETED = new WhenSent(true, false, Attributes.NONE);

    /** It is deleted once a person agrees. */
    public static final WhenSent DELETED_IF_APPROVED = new WhenSent(true, true, Attributes.NONE);

    /** It stays, but out of a buyer's sight. */
    public static WhenSent hiddenBy(Attributes attributes) {
        return new WhenSent(false, false, attributes);
    }
}
