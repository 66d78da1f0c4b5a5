package com.optiply.picqer.cli;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** Whether a person sees what is printed as it comes, so that a line may be written over. */
final class Terminal {
    private Terminal() {}

    static boolean isThere() {
        return isTerminal(System.console());
    }

    /** From Java 22 on there is a console in a pipe too, and it alone can tell; before, there was none in a pipe. */
    static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (ReflectiveOperationException notTold) {
            return false;
        }
    }
}
