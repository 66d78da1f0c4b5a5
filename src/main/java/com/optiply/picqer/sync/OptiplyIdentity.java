package com.optiply.picqer.sync;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.CustomerSettings.Optiply;
import com.optiply.picqer.customer.SettingRefusedException;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.Transaction;
import java.util.Optional;

/**
 * Whether a customer's file still names the account in Optiply, and the coupling, that everything so far went to. The
 * ids of another account are other records', and under another coupling what is there bears no id of ours: with a lost
 * state, all of it would be created a second time. Thread-safe.
 */
public final class OptiplyIdentity {
    private static final String KEPT = "optiply account";

    private final Store store;
    private final ShownIds shownIds;

    public OptiplyIdentity(Store store) {
        this.store = store;
        this.shownIds = new ShownIds(store);
    }

    /**
     * Throws {@link SettingRefusedException} where they are others, and anything has gone to the former ones. A
     * coupling whose ids Optiply does not show is refused too, and may be left out.
     */
    public void require(Run run) {
        shownIds.requireNotHidden(run);
        CustomerName customer = run.customer().name();
        String now = inWords(run.customer().optiply());
        Optional<String> before = store.read(tx -> tx.watermarks().find(customer, KEPT));
        if (before.filter(now::equals).isPresent()) {
            return;
        }
        before.filter(former -> !isWithoutItsHiddenCoupling(run, former))
                .ifPresent(former -> requireNothingThere(customer, former, now));
        store.saveDurably(tx -> {
            tx.candidates().forget(customer); // What was found in the former account is not there.
            tx.watermarks().move(customer, KEPT, now, run.id());
        });
    }

    private boolean isWithoutItsHiddenCoupling(Run run, String former) {
        Optiply optiply = run.customer().optiply();
        return optiply.coupling().isEmpty()
                && former.startsWith("account " + optiply.account() + " ")
                && shownIds.wereHidden(run);
    }

    private void requireNothingThere(CustomerName customer, String former, String now) {
        if (store.read(tx -> isAnythingThere(tx, customer))) {
            throw new SettingRefusedException("Customer " + customer + ": the settings of `optiply` name " + now
                    + ", and all that was synchronised so far went to " + former + ". Set `optiply.account` and"
                    + " `optiply.coupling` as they were. Another account needs a customer file with a name of its own."
                    + " Another coupling of this account must not have one: what is there does not bear its ids, and"
                    + " all of it would be created a second time.");
        }
    }

    private static boolean isAnythingThere(Transaction tx, CustomerName customer) {
        return tx.links().isAnyInOptiply(customer) || tx.intents().isAny(customer);
    }

    private static String inWords(Optiply optiply) {
        return "account " + optiply.account()
                + (optiply.coupling().isPresent()
                        ? " with coupling " + optiply.coupling().getAsLong()
                        : " without a coupling");
    }
}
