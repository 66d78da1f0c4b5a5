package com.optiply.picqer.sync.inspect;

import com.optiply.picqer.optiply.OptiplyRecord;
import com.optiply.picqer.optiply.RemoteId;
import com.optiply.picqer.store.Transaction;
import com.optiply.picqer.store.row.Link;
import com.optiply.picqer.sync.link.Write;
import java.util.List;

/** What is made of some of Optiply's records held against what is known of them. Confined to one thread. */
interface Findings {
    /** A record that is known. */
    void add(Link known, OptiplyRecord record);

    /** A record that should be there and is not. */
    void gone(Link link);

    /** A record that bears our name for a source record, and is not the one that is known for it. */
    void stranger(RemoteId remoteId, OptiplyRecord record);

    /** What is to be sent. */
    List<Write> repairs();

    void save(Transaction tx);
}
