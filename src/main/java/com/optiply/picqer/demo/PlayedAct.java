package com.optiply.picqer.demo;

import java.util.List;

/**
 * One run of the demo with what the verification found.
 *
 * @param differences from the forecast, or between the witnesses; none if all is well
 */
record PlayedAct(Act act, ObservedRun observed, OptiplyContents contents, List<String> differences) {}
