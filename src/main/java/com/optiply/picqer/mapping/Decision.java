package com.optiply.picqer.mapping;

import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.RemoteId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What the rules decide about one source record. Every record gets exactly one. */
public sealed interface Decision {
    RemoteId remoteId();

    /** What a person calls the record: the sku of a product. */
    String label();

    /** The one case, the other or the third; every case has to be told. */
    <R> R fold(Function<Send, R> send, Function<Filter, R> filter, Function<Park, R> park);

    /**
     * It belongs in Optiply.
     *
     * @param attributes that it should have there
     * @param untouched attributes that keep the value which Optiply has, whatever that is
     */
    record Send(
            RemoteId remoteId, String label, Attributes attributes, Set<String> untouched, List<Adjustment> adjustments)
            implements Decision {
        @Override
        public <R> R fold(Function<Send, R> send, Function<Filter, R> filter, Function<Park, R> park) {
            return send.apply(this);
        }
    }

    /**
     * A rule keeps it out.
     *
     * @param whenSent what takes it out of sight again when it is in Optiply already
     */
    record Filter(RemoteId remoteId, String label, FilterReason reason, Attributes whenSent) implements Decision {
        @Override
        public <R> R fold(Function<Send, R> send, Function<Filter, R> filter, Function<Park, R> park) {
            return filter.apply(this);
        }
    }

    /**
     * It should go but cannot yet.
     *
     * @param detail what was found, for a person
     */
    record Park(RemoteId remoteId, String label, ParkReason reason, String detail) implements Decision {
        @Override
        public <R> R fold(Function<Send, R> send, Function<Filter, R> filter, Function<Park, R> park) {
            return park.apply(this);
        }
    }
}
