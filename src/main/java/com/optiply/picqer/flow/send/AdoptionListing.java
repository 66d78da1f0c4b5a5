package com.optiply.picqer.flow.send;

import com.optiply.picqer.door.OptiplyAnswer;
import com.optiply.picqer.door.OptiplyRequest;
import com.optiply.picqer.flow.run.DoubtedAnswersException;
import com.optiply.picqer.flow.run.RunState;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.sync.compare.Adoption;
import com.optiply.picqer.sync.run.Run;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.camel.Exchange;

/** The steps of {@code direct:adopt}: list what Optiply has, once. */
public final class AdoptionListing {
    private static final String LISTINGS = "listings";

    private final Adoption adoption;

    public AdoptionListing(Adoption adoption) {
        this.adoption = adoption;
    }

    public void open(Exchange exchange) {
        Deque<Listing> listings = new ArrayDeque<>();
        for (Run run : Variables.run(exchange).ofEachKind()) {
            if (!adoption.isDone(run)) {
                adoption.begin(run);
                listings.add(new Listing(run, OptiplyListing.of(run, run.kind())));
            }
        }
        RunState.put(exchange, LISTINGS, listings);
    }

    public boolean hasNext(Exchange exchange) {
        return !listings(exchange).isEmpty();
    }

    public OptiplyRequest nextPage(Exchange exchange) {
        return listings(exchange).element().list().request();
    }

    /**
     * Keeps the page. What may have slipped past would be created a second time: so the list is read again from where
     * it may have, and from its first page where it is not as long as Optiply says. What comes twice is kept once.
     */
    public void take(Exchange exchange) {
        Listing listing = listings(exchange).element();
        Run run = listing.run();
        OptiplyListing list = listing.list();
        adoption.keep(run, list.take(exchange.getMessage().getBody(OptiplyAnswer.class)));
        if (list.hasShrunk()) {
            list.goBack();
        } else if (list.isDoubtful()) {
            list.again();
            adoption.begin(run);
        } else if (list.hasEnded()) {
            listings(exchange).remove();
            adoption.lacksTooMany(run).ifPresent(lacking -> {
                throw doubt(run, lacking);
            });
            adoption.complete(run);
        }
    }

    private DoubtedAnswersException doubt(Run run, long lacking) {
        return new DoubtedAnswersException(
                List.of("Optiply's list of " + run.kind().resource() + " lacks " + lacking + " of the "
                        + adoption.expected(run) + " that the state, which was put back, knows to be there. That is"
                        + " more than the guards allow, so nothing is created again. The next run lists anew. Look in"
                        + " Optiply. If they were really deleted there, raise `guards.records` or `guards.share` for"
                        + " one run of `" + run.flow() + "`."));
    }

    @SuppressWarnings("unchecked")
    private static Deque<Listing> listings(Exchange exchange) {
        return RunState.required(exchange, LISTINGS, Deque.class);
    }

    /** What is left to be listed of one kind of record. */
    private record Listing(Run run, OptiplyListing list) {}
}
