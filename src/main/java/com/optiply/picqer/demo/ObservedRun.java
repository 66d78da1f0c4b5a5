package com.optiply.picqer.demo;

import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.store.row.Change;
import com.optiply.picqer.sync.run.RunReport;
import java.util.List;

/**
 * What one run came to, from three witnesses that do not know of each other.
 *
 * @param report the run's own accounting
 * @param changes what the state keeps of its writes
 * @param requests what the sandbox was asked meanwhile
 */
record ObservedRun(RunReport report, List<Change> changes, List<LoggedRequest> requests) {}
