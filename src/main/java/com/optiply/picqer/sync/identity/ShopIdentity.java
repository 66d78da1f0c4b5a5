package com.optiply.picqer.sync.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.link.LinkStates;
import com.optiply.picqer.sync.run.ReadSoFar;
import com.optiply.picqer.sync.run.Run;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether Picqer is still the shop that was synchronised: by products that the last complete walk saw and that
 * Optiply has. Where more than half of those that were asked for are gone, or are other products under the same
 * numbers, a person is asked before anything is believed. Thread-safe.
 */
public final class ShopIdentity {
    /** So many say enough of a shop of any size. */
    private static final int SAMPLE = 20;

    /** Of one or two products nothing is concluded. A sample is smaller than {@link #SAMPLE} only if the shop is. */
    private static final int KNOWN_MIN = 3;

    private static final int WHOLE = 1000;

    /** How much further in the catalogue each run looks first: by the golden ratio, which spreads best. */
    private static final long STEP = 618;

    private static final String IN_DOUBT = "shop in doubt";
    private static final String APPROVED = "shop approved";

    private final Store store;

    public ShopIdentity(Store store) {
        this.store = store;
    }

    /**
     * What a person has to look at.
     *
     * @param since the run that first came upon it
     * @param found in words
     */
    public record Doubt(RunId since, String found) {}

    /**
     * Products that are spread over all that the last complete walk saw; another one comes first in each run. Empty
     * before the first such walk, in a shop of one or two products, and when a person has said that it is the same.
     */
    public List<Link> sample(Run run) {
        Optional<RunId> walk = new ReadSoFar(store).lastWalk(run, Kind.PRODUCTS);
        if (walk.isEmpty() || isApprovedSince(run.customer().name(), walk.get())) {
            return List.of();
        }
        List<Link> sample = store.read(
                tx -> tx.sampledLinks().draw(run.customer().name(), Kind.PRODUCTS, walk.get(), places(run.id())));
        return sample.size() < KNOWN_MIN ? List.of() : sample;
    }

    /** How far into the catalogue to look, in thousandths. */
    private static int[] places(RunId run) {
        int first = (int) (run.value() * STEP % WHOLE);
        return IntStream.range(0, SAMPLE)
                .map(number -> (first + number * WHOLE / SAMPLE) % WHOLE)
                .toArray();
    }

    private boolean isApprovedSince(CustomerName customer, RunId walk) {
        return store.read(tx -> tx.watermarks().mover(customer, APPROVED))
                .filter(approved -> approved.value() >= walk.value())
                .isPresent();
    }

    /**
     * Whether that is the product that we know: by its code, or by its name where the code was changed.
     *
     * @param label by which the product is called now
     */
    public static boolean isSame(Link known, String label, @Nullable String name) {
        return known.label().equals(label) || (name != null && isNamed(known, name));
    }

    private static boolean isNamed(Link known, String name) {
        JsonNode sent = LinkStates.acknowledged(known).get("name");
        String before = sent == null ? "" : sent.asText();
        return !before.isBlank() && name.replaceAll("[\r\n]", "").strip().startsWith(before);
    }

    /** Whether so many of a sample say that it is another shop: more than half of enough. */
    public static boolean isAnother(int strange, int asked) {
        return isEnough(asked) && 2 * strange > asked;
    }

    /** Whether anything can be concluded of so many: those of a sample that Picqer fails on say nothing. */
    public static boolean isEnough(int asked) {
        return asked >= KNOWN_MIN;
    }

    /** Keeps it for a person, since the first run that came upon it. */
    public RunId doubt(Run run, String found) {
        CustomerName customer = run.customer().name();
        return store.durably(tx -> {
            RunId since = tx.watermarks().mover(customer, IN_DOUBT).orElse(run.id());
            tx.watermarks().move(customer, IN_DOUBT, found, since);
            return since;
        });
    }

    /** It is the same shop after all. */
    public void trust(Run run) {
        CustomerName customer = run.customer().name();
        if (store.read(tx -> tx.watermarks().find(customer, IN_DOUBT)).isPresent()) {
            store.saveDurably(tx -> tx.watermarks().remove(customer, List.of(IN_DOUBT)));
        }
    }

    /** What is to be looked at in the run's shop; empty: nothing, or a person has approved of it. */
    public Optional<Doubt> inDoubt(Run run) {
        return store.read(tx -> inDoubt(tx, run.customer().name()));
    }

    /** What is to be looked at; empty: nothing. */
    public static Optional<Doubt> inDoubt(Transaction tx, CustomerName customer) {
        return tx.watermarks()
                .mover(customer, IN_DOUBT)
                .map(since -> new Doubt(
                        since, tx.watermarks().find(customer, IN_DOUBT).orElse("")));
    }

    /**
     * A person says that it is the shop that it should be, as it is now: until the next complete walk over its products
     * it is believed.
     *
     * @param since the run that first came upon it, and no other: a later number would be believed beyond that walk
     * @return whether it was in doubt
     */
    public static boolean approve(Transaction tx, CustomerName customer, RunId since) {
        Optional<Doubt> doubt = inDoubt(tx, customer).filter(one -> one.since().equals(since));
        doubt.ifPresent(one -> {
            tx.watermarks().remove(customer, List.of(IN_DOUBT));
            tx.watermarks().move(customer, APPROVED, one.found(), one.since());
        });
        return doubt.isPresent();
    }
}
