package com.optiply.picqer.sync.identity;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.CustomerSettings.Optiply;
import com.optiply.picqer.customer.SettingRefusedException;
import com.optiply.picqer.picqer.WarehouseId;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.sync.run.Run;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a customer's file still names the account in Optiply, and the coupling, that everything so far went to. The
 * ids of another account are other records', and under another coupling what is there bears no id of ours: with a lost
 * state, all of it would be created a second time. So it would under another name of the customer's, as its file has
 * when it was renamed: all that is known stands under the former one. Thread-safe.
 */
public final class OptiplyIdentity {
    private static final String KEPT = "optiply account";

    private static final String ADDRESSES = "addresses";

    private final Store store;
    private final ShownIds shownIds;

    public OptiplyIdentity(Store store) {
        this.store = store;
        this.shownIds = new ShownIds(store);
    }

    /**
     * Throws {@link SettingRefusedException} where they are others, and anything has gone to the former ones; and where
     * all that is there was sent, or is being sent, under another customer's name. A coupling whose ids Optiply does
     * not show is refused too, and may be left out.
     */
    public void require(Run run) {
        shownIds.requireNotHidden(run);
        CustomerName customer = run.customer().name();
        String now = inWords(run.customer().optiply());
        Optional<String> before = store.read(tx -> tx.watermarks().find(customer, KEPT));
        if (before.filter(now::equals).isPresent()) {
            noteAddresses(run);
            return;
        }
        requireNobodyElses(run.customer());
        before.filter(former -> !isWithoutItsHiddenCoupling(run, former))
                .ifPresent(former -> requireNothingThere(customer, former, now));
        store.saveDurably(tx -> {
            tx.candidates().forget(customer); // What was found in the former account is not there.
            tx.watermarks().move(customer, KEPT, now, run.id());
            tx.watermarks().move(customer, ADDRESSES, addresses(run.customer()), run.id());
        });
    }

    /** A state of before they were noted does not have them. */
    private void noteAddresses(Run run) {
        CustomerName customer = run.customer().name();
        String now = addresses(run.customer());
        if (!store.read(tx -> tx.watermarks().find(customer, ADDRESSES))
                .filter(now::equals)
                .isPresent()) {
            store.saveDurably(tx -> tx.watermarks().move(customer, ADDRESSES, now, run.id()));
        }
    }

    /** What two files may not both say ({@code AcrossFiles}) nobody sees where one of them has another name by now. */
    private void requireNobodyElses(CustomerSettings settings) {
        store.read(tx -> tx.watermarks().ofAll(KEPT).entrySet().stream()
                        .filter(other -> !other.getKey().equals(settings.name()))
                        .filter(other -> isSame(tx, settings, other.getKey(), other.getValue()))
                        .map(Map.Entry::getKey)
                        .filter(other -> isAnythingThere(tx, other)
                                || tx.leases().holder(other).isPresent())
                        .findFirst())
                .ifPresent(other -> {
                    throw new SettingRefusedException(sentence(settings, other));
                });
    }

    /**
     * Whether another customer is this one: in the same account with the same coupling, or with the same shop. One
     * whose coupling was no use, or whose goods come from another warehouse by now, is told to begin anew under another
     * name. Addresses that were not noted count as the same.
     */
    private static boolean isSame(Transaction tx, CustomerSettings settings, CustomerName other, String account) {
        Optional<String> addresses = tx.watermarks().find(other, ADDRESSES);
        if (addresses.isPresent()
                && !addresses.get().startsWith(settings.optiply().baseUrl() + " ")) {
            return false;
        }
        boolean isShop = addresses.filter(addresses(settings)::equals).isPresent()
                && account.startsWith("account " + settings.optiply().account() + " ")
                && !ShownIds.wereHidden(tx, other)
                && isOfSameMain(tx, settings, other);
        return isShop || account.equals(inWords(settings.optiply()));
    }

    private static boolean isOfSameMain(Transaction tx, CustomerSettings settings, CustomerName other) {
        Optional<String> theirs = tx.watermarks().find(other, WarehouseChoice.MAIN);
        Optional<String> ours = settings.warehouses().main().map(WarehouseId::toString);
        return theirs.isEmpty() || ours.isEmpty() || theirs.equals(ours);
    }

    private static String addresses(CustomerSettings settings) {
        return settings.optiply().baseUrl() + " " + settings.picqer().baseUrl();
    }

    private static String sentence(CustomerSettings settings, CustomerName other) {
        return "Customer " + settings.name() + ": the account that its file names, account "
                + settings.optiply().account() + ", is known as that of customer " + other + ", with all that was"
                + " synchronised so far. Under another name it would be another customer, which knows nothing of that:"
                + " two would write, and what people deleted in Optiply would be created again. Was the file renamed?"
                + " Give it back its name, " + other + ".yaml, and start the program again. If it has to have the new"
                + " one, give that the state too: operations.md, `Another name for a customer`.";
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
