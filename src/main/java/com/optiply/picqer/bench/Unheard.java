package com.optiply.picqer.bench;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.flow.run.RunListener;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.Run;
import com.optiply.picqer.sync.run.RunReport;

/** Nobody listens: how a run ended is in its result. */
final class Unheard implements RunListener {
    @Override
    public void skipped(CustomerName customer, Flow flow) {}

    @Override
    public void leftToOther(CustomerName customer, Flow flow) {}

    @Override
    public void notBegun(String customer, Throwable why) {}

    @Override
    public void began(Run run) {}

    @Override
    public void progressed(Run run) {}

    @Override
    public void noAccess(Run run) {}

    @Override
    public void held(Run run, HoldAction action, long records) {}

    @Override
    public void unexpected(Run run, Throwable why) {}

    @Override
    public void ended(RunReport report) {}
}
