package com.optiply.picqer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** What one command came to, run inside this process. */
record Command(int exit, String out, String err) {

    /** Picocli takes the process's own streams when a command line is made, so others have to stand in for them. */
    static Command of(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream saidOut = new ByteArrayOutputStream();
        ByteArrayOutputStream saidErr = new ByteArrayOutputStream();
        System.setOut(new PrintStream(saidOut, true, UTF_8));
        System.setErr(new PrintStream(saidErr, true, UTF_8));
        try {
            int exit = PicqerOptiply.run(arguments);
            return new Command(exit, saidOut.toString(UTF_8), saidErr.toString(UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
