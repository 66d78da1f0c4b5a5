package com.optiply.picqer.sync.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.SettingRefusedException;
import com.optiply.picqer.optiply.Kind;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.sync.run.Fence;
import com.optiply.picqer.sync.run.Run;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;

/**
 * Whether Optiply shows the ids that records bear, under the number of the customer's coupling. No document says so
 * (contract: Optiply 10, question 2), and all depends on it: where it does not, a create whose answer was lost would
 * never be found, and sent again. Where the records of one kind alone do not show theirs, a lost create is found by its
 * natural key. Thread-safe.
 */
public final class ShownIds {
    private static final String IDS = "remoteIdMap";
    private static final String OF_ANY = "optiply remote ids";
    private static final String SHOWN = "shown under ";
    private static final String HIDDEN = "not shown under ";
    /** What is there without a coupling (contract: Optiply 9). */
    private static final String NOBODYS = "null";

    private final Store store;

    public ShownIds(Store store) {
        this.store = store;
    }

    /** A record as Optiply answered its create, and the id that it was given. */
    public record Created(Kind kind, RemoteId given, OptiplyRecord record) {
        /** Whether it tells anything: what only the id would tell from others of its kind, with a map of ids. */
        boolean tells() {
            return !kind.isUniqueByNaturalKey()
                    && kind.parentAttribute().isEmpty()
                    && record.attributes().path(IDS).isObject();
        }
    }

    /** Takes note of what answers to creates show; throws {@link SettingRefusedException} where they show no ids. */
    public void learn(Run run, List<Created> created) {
        OptionalLong coupling = coupling(run);
        List<Created> telling = created.stream().filter(Created::tells).toList();
        if (coupling.isEmpty() || telling.isEmpty()) {
            return;
        }
        telling.stream()
                .filter(one -> one.record().remoteId(coupling).equals(Optional.of(one.given())))
                .map(Created::kind)
                .distinct()
                .forEach(kind -> prove(run.of(kind)));
        if (!is(run, OF_ANY, SHOWN) && !isAtWork(run)) {
            JsonNode instead = telling.get(0).record().attributes().path(IDS);
            note(run, OF_ANY, HIDDEN);
            throw new SettingRefusedException(sentence(run, "answered a create with " + instead));
        }
    }

    /**
     * Takes note of what a list shows. Where couplings are told by name, nobody can say which of them is ours, and
     * throws {@link SettingRefusedException}.
     */
    public void learnOfList(Run run, List<OptiplyRecord> listed) {
        OptionalLong coupling = coupling(run);
        if (coupling.isEmpty()) {
            return;
        }
        if (listed.stream().anyMatch(record -> record.remoteId(coupling).isPresent())) {
            prove(run);
            return;
        }
        Optional<OptiplyRecord> named =
                listed.stream().filter(ShownIds::tellsCouplingsByName).findFirst();
        if (named.isPresent() && !is(run, OF_ANY, SHOWN)) {
            throw new SettingRefusedException(
                    sentence(run, "listed " + named.get().attributes().path(IDS)));
        }
    }

    private static boolean tellsCouplingsByName(OptiplyRecord record) {
        return StreamSupport.stream(((Iterable<String>) record.attributes().path(IDS)::fieldNames).spliterator(), false)
                .anyMatch(key -> !key.equals(NOBODYS) && !key.chars().allMatch(Character::isDigit));
    }

    /** Whether some record of the run's kind has shown its id, or the customer lives without the proof. */
    public boolean areBelieved(Run run) {
        return is(run, ofKind(run), SHOWN) || isAtWork(run);
    }

    /**
     * Whether this is no beginning: earlier runs have brought records to Optiply, and found the ids there as far as
     * anybody had to look for one. Nobody is stopped then for what a single answer does not show.
     */
    private boolean isAtWork(Run run) {
        return store.read(tx -> tx.changes().isAnyBefore(run.customer().name(), run.id()));
    }

    /** Throws where it is known that none does, as long as the file names that coupling. */
    void requireNotHidden(Run run) {
        if (is(run, OF_ANY, HIDDEN)) {
            throw new SettingRefusedException(sentence(run, "did not show them"));
        }
    }

    /** Whether a record that was created with this id, and does not show it under our coupling, may be it. */
    public static boolean mayBe(OptiplyRecord record, RemoteId given) {
        JsonNode ids = record.attributes().path(IDS);
        return !record.isMadeInOptiply()
                && (ids.isEmpty()
                        || StreamSupport.stream(ids.spliterator(), false)
                                .anyMatch(id -> id.asText().equals(given.value())));
    }

    private void prove(Run run) {
        if (!is(run, ofKind(run), SHOWN)) {
            note(run, ofKind(run), SHOWN);
            note(run, OF_ANY, SHOWN);
        }
    }

    private static String ofKind(Run run) {
        return OF_ANY + " of " + run.kind().resource();
    }

    private void note(Run run, String of, String what) {
        store.saveDurably(Fence.within(run, tx -> tx.watermarks()
                .move(run.customer().name(), of, what + coupling(run).orElseThrow(), run.id())));
    }

    private boolean is(Run run, String of, String what) {
        OptionalLong coupling = coupling(run);
        return coupling.isPresent()
                && store.read(tx -> tx.watermarks().find(run.customer().name(), of))
                        .filter((what + coupling.getAsLong())::equals)
                        .isPresent();
    }

    /** Whether it is known that no record shows its id, whichever coupling the file named then. */
    boolean wereHidden(Run run) {
        return store.read(tx -> wereHidden(tx, run.customer().name()));
    }

    static boolean wereHidden(Transaction tx, CustomerName customer) {
        return tx.watermarks()
                .find(customer, OF_ANY)
                .filter(kept -> kept.startsWith(HIDDEN))
                .isPresent();
    }

    private static String sentence(Run run, String evidence) {
        long coupling = coupling(run).orElseThrow();
        return "Customer " + run.customer().name() + ": Optiply " + evidence + ", and not with the ids of coupling "
                + coupling + ". Without them a record whose create was not answered could not be found again, and would"
                + " be made twice. Compare `optiply.coupling` with what Optiply gave you. If it is right, leave it out"
                + " of the customer's file: records are then found by their natural keys. If it is not, the right one"
                + " belongs into a file of a new name, once what has been created is deleted in Optiply.";
    }

    private static OptionalLong coupling(Run run) {
        return run.customer().optiply().coupling();
    }
}
