package com.optiply.picqer.flow.begin;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.door.PicqerAnswer;
import com.optiply.picqer.door.PicqerRequest;
import com.optiply.picqer.door.Query;
import com.optiply.picqer.flow.run.OtherShopException;
import com.optiply.picqer.flow.run.RunState;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.flow.walk.Gone;
import com.optiply.picqer.flow.walk.PicqersErrors;
import com.optiply.picqer.picqer.PicqerProduct;
import com.optiply.picqer.picqer.ProductRows;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.RunId;
import com.optiply.picqer.sync.identity.ShopIdentity;
import com.optiply.picqer.sync.run.Run;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * The steps of {@code direct:same-shop}, which come before anything of a run is read. One product that we know is asked
 * for; only where it is gone, or is another product now, are the others of the sample.
 */
public final class SameShop {
    private static final String LOOK = "sameShop";

    private final ShopIdentity identity;

    public SameShop(ShopIdentity identity) {
        this.identity = identity;
    }

    public void begin(Exchange exchange) {
        RunState.put(exchange, LOOK, new Look(identity.sample(Variables.run(exchange))));
    }

    /** The first, and after it the others unless the first is what it was. */
    public boolean hasNext(Exchange exchange) {
        return look(exchange).hasNext();
    }

    public PicqerRequest next(Exchange exchange) {
        Look look = look(exchange);
        return look.errors.next(PicqerRequest.get("/products/" + look.next().remoteId(), Query.NONE)
                .orAnswer(Gone.STATUSES));
    }

    public void take(Exchange exchange) {
        PicqerAnswer answer = exchange.getMessage().getBody(PicqerAnswer.class);
        Look look = look(exchange);
        switch (look.errors.take(answer)) {
            case NOTHING -> {}
            case FAILS -> look.pass();
            case ANSWERED -> {
                look.errors.answered();
                look.take(Gone.says(answer.status()) ? null : answer.body());
            }
        }
    }

    /** Throws {@link OtherShopException} where Picqer is not the shop that it was. */
    public void judge(Exchange exchange) {
        Run run = Variables.run(exchange);
        Look look = look(exchange);
        if (ShopIdentity.isAnother(look.strange(), look.asked)) {
            RunId since = identity.doubt(run, look.found());
            throw new OtherShopException(look.found(), run.customer().name(), since);
        }
        if (look.asked > 0 && (look.strange() == 0 || ShopIdentity.isEnough(look.asked))) {
            identity.trust(run);
            return;
        }
        // Picqer failed on the others, so that nothing is concluded: what is in doubt stays so.
        identity.inDoubt(run).ifPresent(doubt -> {
            throw new OtherShopException(doubt.found(), run.customer().name(), doubt.since());
        });
    }

    private static Look look(Exchange exchange) {
        return RunState.required(exchange, LOOK, Look.class);
    }

    /** Confined to the run's thread. */
    private static final class Look {
        private static final int TOLD_MAX = 3;

        private final List<Link> sample;
        private final List<String> others = new ArrayList<>();
        private final PicqersErrors errors = new PicqersErrors();
        private int next;
        private int asked;
        private int gone;

        Look(List<Link> sample) {
            this.sample = sample;
        }

        boolean hasNext() {
            return next < sample.size() && (asked == 0 || strange() > 0);
        }

        Link next() {
            return sample.get(next);
        }

        int strange() {
            return gone + others.size();
        }

        /** Picqer itself fails on that one, which says nothing of the shop. */
        void pass() {
            next++;
        }

        void take(@Nullable JsonNode product) {
            Link known = next();
            next++;
            asked++;
            if (product == null) {
                gone++;
                return;
            }
            ProductRows.read(product)
                    .fold(
                            read -> compare(known, label(read), read.name()),
                            unreadable -> compare(known, unreadable.label(), null));
        }

        private static String label(PicqerProduct product) {
            return product.productcode() == null ? product.idproduct().toString() : product.productcode();
        }

        private boolean compare(Link known, String label, @Nullable String name) {
            boolean isSame = ShopIdentity.isSame(known, label, name);
            if (!isSame) {
                others.add(known.label() + " is " + label + " now");
            }
            return isSame;
        }

        /** In words. */
        String found() {
            List<String> parts = new ArrayList<>();
            if (gone > 0) {
                parts.add(gone + " are gone");
            }
            if (!others.isEmpty()) {
                List<String> told = others.subList(0, Math.min(TOLD_MAX, others.size()));
                parts.add(others.size() + " are other products under the same numbers (" + String.join(", ", told)
                        + (others.size() > TOLD_MAX ? ", ..." : "") + ")");
            }
            return "Of " + asked + " products that are in Optiply, " + String.join(", and ", parts) + ".";
        }
    }
}
