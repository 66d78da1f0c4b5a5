package com.optiply.picqer.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChildProcessTest {

    /** A child that says so much in answer to a number, and shouts on standard output meanwhile. */
    static final class Doubling {
        private Doubling() {}

        public static void main(String[] arguments) throws IOException {
            ParentLine.hold(parent -> parent.serve(Integer.class, Doubling::answer));
        }

        private static Object answer(int number) {
            System.out.println("This is not for the parent.");
            if (number == 0) {
                throw new IllegalStateException("Nothing can be doubled.");
            }
            if (number < 0) {
                Runtime.getRuntime().halt(7);
            }
            return 2 * number;
        }
    }

    @Test
    void answersWhateverElseItPrints() {
        try (ChildProcess child = start()) {
            assertThat(child.ask(21, Integer.class)).isEqualTo(42);
            assertThat(child.ask(4, Integer.class)).isEqualTo(8);
        }
    }

    @Test
    void tellsWhatAnOrderFailedWithAndGoesOn() {
        try (ChildProcess child = start()) {
            assertThatThrownBy(() -> child.ask(0, Integer.class))
                    .isInstanceOf(BenchException.class)
                    .hasMessage("The process `doubling` failed: Nothing can be doubled.");
            assertThat(child.ask(1, Integer.class)).isEqualTo(2);
        }
    }

    @Test
    void tellsThatItIsGone() {
        try (ChildProcess child = start()) {
            assertThatThrownBy(() -> child.ask(-1, Integer.class))
                    .isInstanceOf(BenchException.class)
                    .hasMessageContaining("`doubling` ended with exit code 7");
        }
    }

    @Test
    void endsWhenItsLineIsClosed() {
        ChildProcess child = start();
        child.ask(1, Integer.class);

        child.close();

        assertThat(child.isAlive()).isFalse();
    }

    private static ChildProcess start() {
        return ChildProcess.start("doubling", Doubling.class, List.of("-Xmx32m"));
    }
}
