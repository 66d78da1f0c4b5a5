package com.optiply.picqer.flow.run;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.picqer.Warehouse;
import com.optiply.picqer.store.row.HoldAction;
import com.optiply.picqer.sync.run.Flow;
import com.optiply.picqer.sync.run.Run;
import com.optiply.picqer.sync.run.RunReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Tells several listeners the same, in their order. */
public final class RunListeners implements RunListener {
    private final List<RunListener> all;

    public RunListeners(RunListener... all) {
        this.all = List.of(all);
    }

    @Override
    public void skipped(CustomerName customer, Flow flow) {
        all.forEach(one -> one.skipped(customer, flow));
    }

    @Override
    public void switchedOff(CustomerName customer, Flow flow) {
        all.forEach(one -> one.switchedOff(customer, flow));
    }

    @Override
    public void settling(Run run, long answers, Duration wait) {
        all.forEach(one -> one.settling(run, answers, wait));
    }

    @Override
    public void leftToOther(CustomerName customer, Flow flow) {
        all.forEach(one -> one.leftToOther(customer, flow));
    }

    @Override
    public void notBegun(String customer, Throwable why) {
        all.forEach(one -> one.notBegun(customer, why));
    }

    @Override
    public void began(Run run) {
        all.forEach(one -> one.began(run));
    }

    @Override
    public void progressed(Run run) {
        all.forEach(one -> one.progressed(run));
    }

    @Override
    public void noAccess(Run run) {
        all.forEach(one -> one.noAccess(run));
    }

    @Override
    public void warehousesUnread(Run run) {
        all.forEach(one -> one.warehousesUnread(run));
    }

    @Override
    public void unreadableWarehouse(Run run, String row) {
        all.forEach(one -> one.unreadableWarehouse(run, row));
    }

    @Override
    public void preferredToMain(Run run, Warehouse other) {
        all.forEach(one -> one.preferredToMain(run, other));
    }

    @Override
    public void exportNotBegun(Run run) {
        all.forEach(one -> one.exportNotBegun(run));
    }

    @Override
    public void noRightToExport(Run run, long orders) {
        all.forEach(one -> one.noRightToExport(run, orders));
    }

    @Override
    public void held(Run run, HoldAction action, long records) {
        all.forEach(one -> one.held(run, action, records));
    }

    @Override
    public void fileAnswered(Run run, String name, Path result) {
        all.forEach(one -> one.fileAnswered(run, name, result));
    }

    @Override
    public void fileRefused(Run run, String name, String why, Path result) {
        all.forEach(one -> one.fileRefused(run, name, why, result));
    }

    @Override
    public void fileStrayed(CustomerName customer, Path answer) {
        all.forEach(one -> one.fileStrayed(customer, answer));
    }

    @Override
    public void fileUnmovable(CustomerName customer, Path file, Exception why) {
        all.forEach(one -> one.fileUnmovable(customer, file, why));
    }

    @Override
    public void unexpected(Run run, Throwable why) {
        all.forEach(one -> one.unexpected(run, why));
    }

    @Override
    public void ended(RunReport report) {
        all.forEach(one -> one.ended(report));
    }

    @Override
    public void notEnded(Run run, Throwable why) {
        all.forEach(one -> one.notEnded(run, why));
    }

    @Override
    public void released(CustomerName customer, Flow flow) {
        all.forEach(one -> one.released(customer, flow));
    }
}
