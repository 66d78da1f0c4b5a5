package com.optiply.picqer.sync.send;

import com.optiply.picqer.door.Failure;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.sync.link.Write;
import org.jspecify.annotations.Nullable;

/** What became of one write. */
public sealed interface WriteAnswer {
    Write write();

    /** Tells the listener which case it is. */
    void tell(Listener listener);

    /** Every case has its method, so that none can be forgotten. */
    interface Listener {
        void acknowledged(Acknowledged answer);

        void refused(Refused answer);

        void unclear(Unclear answer);
    }

    /** Optiply did it, and these are the record's names there. */
    record Acknowledged(Write write, OptiplyId id, @Nullable String uuid) implements WriteAnswer {
        @Override
        public void tell(Listener listener) {
            listener.acknowledged(this);
        }
    }

    /** It was not done, or nobody knows: the failure says which. */
    record Refused(Write write, Failure failure) implements WriteAnswer {
        @Override
        public void tell(Listener listener) {
            listener.refused(this);
        }
    }

    /** It was answered, but not in a way that says what became of it. */
    record Unclear(Write write, String why) implements WriteAnswer {
        @Override
        public void tell(Listener listener) {
            listener.unclear(this);
        }
    }
}
