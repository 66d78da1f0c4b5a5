package com.optiply.picqer.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Whose lease is not waited for, since its holder certainly runs no more. */
@EnabledOnOs(OS.LINUX)
class ProcessNameTest {
    /** Linux gives no process a number above 4,194,304. */
    private static final String NO_PROCESS = "999999999";

    private final String[] here = ProcessName.unique().split(":");
    private final String host = here[0];
    private final String place = here[here.length - 1];

    @Test
    void aProcessThatLivesIsNotGone() {
        assertThat(ProcessName.isGone(ProcessName.unique())).isFalse();
    }

    @Test
    void aProcessOfThisPlaceThatLivesNoMoreIsGone() {
        assertThat(ProcessName.isGone(host + ":" + NO_PROCESS + ":1a2b3c4d:" + place))
                .isTrue();
    }

    /** A copy of a machine, another container, `localhost` elsewhere: their numbers say nothing here. */
    @Test
    void ofAnotherPlaceWithTheSameNameNothingIsKnown() {
        String boot = place.split("-")[0];
        String numbers = place.split("-")[1];

        assertThat(ProcessName.isGone(host + ":" + NO_PROCESS + ":1a2b3c4d:00000000-" + numbers))
                .as("another machine, or this one before its start")
                .isFalse();
        assertThat(ProcessName.isGone(host + ":" + NO_PROCESS + ":1a2b3c4d:" + boot + "-1"))
                .as("another container")
                .isFalse();
        assertThat(ProcessName.isGone(host + ":" + NO_PROCESS + ":1a2b3c4d"))
                .as("a process that does not say where it is")
                .isFalse();
        assertThat(ProcessName.isGone("elsewhere:" + NO_PROCESS + ":1a2b3c4d:" + place))
                .as("another name")
                .isFalse();
    }
}
