package com.optiply.picqer.flow.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** An event that is not handed on would reach neither the log nor the metrics, and nobody would miss it. */
class RunListenersTest {
    @Test
    void handsOnEveryEventThereIs() {
        for (Method event : RunListener.class.getDeclaredMethods()) {
            assertThat(Arrays.stream(RunListeners.class.getDeclaredMethods()).map(Method::getName))
                    .as("%s", event)
                    .contains(event.getName());
        }
    }
}
