package com.optiply.picqer.mapping.preference;

/** What a row that names a pair asks for, next to how things stand (mapping.md, "Bulk preferred suppliers"). Pure. */
public final class PreferenceRules {
    private PreferenceRules() {}

    /** What there is to do about a row. */
    public enum Step {
        /** It is so already. */
        NOTHING,
        /** Optiply is told, and nothing there depends on Picqer. */
        OPTIPLY,
        /** Picqer gets another supplier first: its next pull would undo the choice otherwise. */
        PICQER_FIRST,
        /** Optiply is told, although Picqer names another supplier and may not be told. */
        OPTIPLY_IN_SPITE,
        /** Optiply is told that the pair is not preferred any more; Picqer is left alone. */
        TAKE_AWAY
    }

    /**
     * How things stand.
     *
     * @param isPreferred whether Optiply has the pair as the preferred one
     * @param isOnlyOne whether no other pair of the product is preferred there
     * @param isPicqers whether Picqer names this supplier for the product
     * @param isMultiSupplier whether the choice is Optiply's alone
     * @param mayTellPicqer whether anything may be written to Picqer
     * @param wasUnderWay whether a run broke off while the row was being sent: nobody knows how far it got
     */
    public record Facts(
            boolean isPreferred,
            boolean isOnlyOne,
            boolean isPicqers,
            boolean isMultiSupplier,
            boolean mayTellPicqer,
            boolean wasUnderWay) {}

    public static Step step(boolean isWanted, Facts facts) {
        return isWanted ? wanted(facts) : unwanted(facts);
    }

    private static Step wanted(Facts facts) {
        if (facts.isMultiSupplier() || facts.isPicqers() && !facts.wasUnderWay()) {
            boolean isSo = facts.isPreferred() && facts.isOnlyOne() && !facts.wasUnderWay();
            return isSo ? Step.NOTHING : Step.OPTIPLY;
        }
        if (facts.mayTellPicqer()) {
            return Step.PICQER_FIRST;
        }
        return facts.isPicqers() ? Step.OPTIPLY : Step.OPTIPLY_IN_SPITE;
    }

    private static Step unwanted(Facts facts) {
        return facts.isPreferred() || facts.wasUnderWay() ? Step.TAKE_AWAY : Step.NOTHING;
    }
}
