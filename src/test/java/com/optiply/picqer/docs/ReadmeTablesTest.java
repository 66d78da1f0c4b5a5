package com.optiply.picqer.docs;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.cli.PicqerOptiply;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.check.CustomerFileCheck;
import com.optiply.picqer.service.CustomerFiles;
import com.optiply.picqer.service.DefaultTriggers;
import com.optiply.picqer.service.Installation;
import com.optiply.picqer.sync.run.Flow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Holds the tables of README.md to the commands, the flows and their default triggers. */
class ReadmeTablesTest {
    private static final Path README = Path.of("README.md");
    private static final Path PLAIN = Path.of("routes/customers/plain.yaml.example");
    private static final Pattern OPTION = Pattern.compile("--[a-z-]+");
    private static final Pattern TIMER = Pattern.compile("period: ([0-9]+)m\n");
    private static final Pattern CRON = Pattern.compile("cron: \"0 ([0-9]+) ([0-9]+) [*?] [*] ([?]|SUN)\"\n");

    @TempDir
    private Path folder;

    @Test
    void tellsOfEveryCommandWithItsOptions() throws IOException {
        CommandLine program = new CommandLine(PicqerOptiply.class);

        for (Map.Entry<String, CommandLine> command : program.getSubcommands().entrySet()) {
            List<String> told = rows(row -> row.matches("\\| `" + command.getKey() + "[ `].*"));
            assertThat(told).as(command.getKey()).hasSize(1);
            assertThat(options(told.get(0)))
                    .as(command.getKey())
                    .containsExactlyInAnyOrderElementsOf(
                            ofItsOwn(command.getValue().getCommandSpec(), program.getCommandSpec()));
        }
    }

    @Test
    void tellsOfEveryFlowWhenItRuns() throws IOException {
        CustomerSettings customer = customer();
        Installation installation = Installation.find(Path.of(""), null, null);
        Map<String, String> told = rows(row -> row.matches("\\| `[a-z-]+` .* a route `<customer>-.*")).stream()
                .map(row -> row.split(" \\| "))
                .collect(toMap(cells -> cells[0].replaceAll("[^a-z-]", ""), cells -> cells[4]));

        assertThat(told.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Flow.values()).map(Flow::code).toList());
        for (Flow flow : Flow.values()) {
            assertThat(told.get(flow.code()))
                    .as(flow.code())
                    .startsWith(when(DefaultTriggers.yaml(installation, customer, flow)));
        }
    }

    /** The trigger in the words of the table. */
    private static String when(String route) {
        return Stream.of(
                        TIMER.matcher(route).results().map(found -> "every " + found.group(1) + " minutes (timer)"),
                        CRON.matcher(route).results().map(ReadmeTablesTest::time),
                        Stream.of("when a file is dropped"))
                .flatMap(words -> words)
                .findFirst()
                .orElseThrow();
    }

    private static String time(MatchResult cron) {
        return "%02d:%02d %s"
                .formatted(
                        Integer.parseInt(cron.group(2)),
                        Integer.parseInt(cron.group(1)),
                        cron.group(3).equals("SUN") ? "on Sundays" : "every day");
    }

    /** The options that no other command has. */
    private static List<String> ofItsOwn(CommandSpec command, CommandSpec program) {
        return command.options().stream()
                .map(OptionSpec::longestName)
                .filter(option -> !program.optionsMap().containsKey(option))
                .toList();
    }

    private static List<String> options(String row) {
        return OPTION.matcher(row).results().map(MatchResult::group).toList();
    }

    private static List<String> rows(Predicate<String> wanted) throws IOException {
        return Files.readAllLines(README).stream().filter(wanted).toList();
    }

    private CustomerSettings customer() throws IOException {
        Path file = folder.resolve("plain.yaml");
        Files.copy(PLAIN, file);
        return new CustomerFileCheck(
                        new SetVariables(), CustomerFiles.sharedRoutes(Installation.find(Path.of(""), null, null)))
                .check(List.of(file))
                .customers()
                .get(0);
    }
}
