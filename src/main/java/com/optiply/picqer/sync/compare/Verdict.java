package com.optiply.picqer.sync.compare;

import com.optiply.picqer.mapping.Awaited;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.sync.link.Write;
import org.jspecify.annotations.Nullable;

/** What a decision comes to when it is held against what Optiply last acknowledged. */
public sealed interface Verdict {
    /** The link as it stands from now on; for what is still to be sent, until the answer is there. */
    Link link();

    /** Tells the listener which case it is. */
    void tell(Listener listener);

    /** Every case has its method, so that none can be forgotten. */
    interface Listener {
        void unchanged(Unchanged verdict);

        void filtered(Filtered verdict);

        void parked(Parked verdict);

        void differs(Differs verdict);

        void guarded(Guarded verdict);
    }

    /** Optiply has it as it should be. */
    record Unchanged(Link link) implements Verdict {
        @Override
        public void tell(Listener listener) {
            listener.unchanged(this);
        }
    }

    /** A rule keeps it out, and Optiply does not show it. */
    record Filtered(Link link, FilterReason reason) implements Verdict {
        @Override
        public void tell(Listener listener) {
            listener.filtered(this);
        }
    }

    /** It should go but cannot yet. */
    record Parked(Link link, ParkReason reason, String detail, @Nullable Awaited awaits) implements Verdict {
        @Override
        public void tell(Listener listener) {
            listener.parked(this);
        }
    }

    /** It differs. */
    record Differs(Write write) implements Verdict {
        @Override
        public Link link() {
            return write.before();
        }

        @Override
        public void tell(Listener listener) {
            listener.differs(this);
        }
    }

    /** It differs in a way that a guard has to look at first. */
    record Guarded(Write write, HoldAction action) implements Verdict {
        @Override
        public Link link() {
            return write.before();
        }

        @Override
        public void tell(Listener listener) {
            listener.guarded(this);
        }
    }
}
