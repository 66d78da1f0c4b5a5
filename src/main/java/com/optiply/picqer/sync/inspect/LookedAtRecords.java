package com.optiply.picqer.sync.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.OptiplyId;
import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.row.Difference;
import com.optiply.picqer.store.row.Difference.Sort;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.store.row.Standing;
import com.optiply.picqer.sync.link.UsersPairs;
import com.optiply.picqer.sync.link.Write;
import com.optiply.picqer.sync.run.Run;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notes what differs, and changes nothing: neither in Optiply nor in what is believed of it. */
final class LookedAtRecords implements Findings {
    private final Run run;
    private final List<RemoteId> listed = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();

    LookedAtRecords(Run run) {
        this.run = run;
    }

    @Override
    public void add(Link known, OptiplyRecord record) {
        run.tally().read(1);
        listed.add(known.remoteId());
        HeldValues values = HeldValues.of(run, known, record);
        if (values.changes().isEmpty()) {
            run.tally().unchanged();
            return;
        }
        run.tally().filtered(FilterReason.ONLY_LOOKED);
        for (String name : values.changes().names()) {
            add(known, record.id(), Sort.DIFFERS, name, json(values.held(), name), json(values.changes(), name));
        }
    }

    private static String json(Attributes attributes, String name) {
        JsonNode value = attributes.get(name);
        return value == null ? "null" : value.toString();
    }

    /** What a rule keeps out and hid before is not missed, and what was its users' own is theirs to delete. */
    @Override
    public void gone(Link link) {
        run.tally().read(1);
        if (link.standing() == Standing.FILTER || link.standing() == Standing.GONE || UsersPairs.isUsers(link)) {
            run.tally().unchanged();
            return;
        }
        run.tally().filtered(FilterReason.ONLY_LOOKED);
        add(link, link.optiplyId(), Sort.MISSING, "", "", "");
    }

    @Override
    public void stranger(RemoteId remoteId, OptiplyRecord record) {
        differences.add(new Difference(run.kind(), remoteId, "", record.id(), Sort.UNKNOWN, "", "", ""));
    }

    private void add(Link link, @Nullable OptiplyId id, Sort sort, String attribute, String held, String wanted) {
        differences.add(new Difference(run.kind(), link.remoteId(), link.label(), id, sort, attribute, held, wanted));
    }

    @Override
    public List<Write> repairs() {
        return List.of();
    }

    @Override
    public void save(Transaction tx) {
        tx.listed().mark(run.customer().name(), run.kind(), run.id(), listed);
        tx.differences().add(run.customer().name(), run.id(), differences);
    }
}
