package com.optiply.picqer.cli;

import com.optiply.picqer.customer.NearestMatch;
import com.optiply.picqer.optiply.Kind;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What was typed, and what to say of it when it is not right: one sentence, and what was most likely meant. */
final class Typed {
    private static final String JAR = "picqer-optiply.jar";

    private Typed() {}

    /** How the program was called, so that what it says to type next can be typed as it stands. */
    static String program() {
        String started = System.getProperty("java.class.path", "");
        return "java -jar " + (started.endsWith(JAR) ? started : "target/" + JAR);
    }

    /** Says why the command line cannot be taken; the exit code. */
    static int refused(ParameterException refused, CommandLine program) {
        CommandLine command = refused.getCommandLine();
        command.getErr().println(sentence(refused, command));
        if (isOfTheParser(refused)) {
            boolean isProgram = command.getCommandSpec().equals(program.getCommandSpec());
            command.getErr()
                    .println("How it is used: " + program()
                            + (isProgram ? "" : " " + command.getCommandSpec().name()) + " --help");
        }
        command.getErr().flush();
        return ExitCode.CONFIGURATION.number();
    }

    private static boolean isOfTheParser(ParameterException refused) {
        return refused instanceof UnmatchedArgumentException
                || refused instanceof MissingParameterException
                || refused.getArgSpec() != null;
    }

    private static String sentence(ParameterException refused, CommandLine command) {
        if (!(refused instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return refused.getMessage();
        }
        String word = unmatched.getUnmatched().get(0);
        if (word.startsWith("-")) {
            return "There is no option `" + word + "`."
                    + nearest(word, command.getCommandSpec().optionsMap().keySet());
        }
        Collection<String> commands = command.getSubcommands().keySet();
        return commands.isEmpty()
                ? "`" + command.getCommandSpec().name() + "` does not take `" + word + "`."
                : "There is no command `" + word + "`." + nearest(word, commands);
    }

    /** A question with the word that is near; empty where none is. */
    static String nearest(String word, Collection<String> known) {
        return NearestMatch.of(word, known)
                .map(near -> " Did you mean `" + near + "`?")
                .orElse("");
    }

    /** What is wrong with a word that is none of those known. */
    static String unknown(String what, String word, List<String> known, String all) {
        String near = nearest(word, known);
        return "There is no " + what + " `" + word + "`."
                + (near.isEmpty() ? " " + all + ": " + String.join(", ", known) + "." : near);
    }

    /** The kind of record that bears that name in the state and in Optiply's paths. */
    static Kind kind(CommandLine command, String name) {
        List<String> known = Arrays.stream(Kind.values()).map(Kind::resource).toList();
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.resource().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(command, unknown("kind", name, known, "Kinds")));
    }
}
