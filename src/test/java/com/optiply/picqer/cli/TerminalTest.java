package com.optiply.picqer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTest {
    @Test
    void withoutAConsoleNobodySeesALineWrittenOver() {
        assertThat(Terminal.isTerminal(null)).isFalse();
    }
}
