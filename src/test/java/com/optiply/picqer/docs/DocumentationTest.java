package com.optiply.picqer.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.optiply.picqer.cli.PicqerOptiply;
import com.optiply.picqer.customer.SettingsReference;
import com.optiply.picqer.customer.check.CustomerFileCheck;
import com.optiply.picqer.customer.check.SharedRoutes;
import com.optiply.picqer.door.FailureClass;
import com.optiply.picqer.mapping.Adjustment;
import com.optiply.picqer.mapping.FilterReason;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.service.CustomerFiles;
import com.optiply.picqer.service.Installation;
import com.optiply.picqer.store.Store;
import com.optiply.picqer.store.database.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * Holds README.md and src/docs to the program that they describe. After a change of the settings,
 * {@code mvn test -Dtest=DocumentationTest -Ddocs.update} writes their table anew.
 */
class DocumentationTest {
    private static final Path README = Path.of("README.md");
    private static final Path DOCS = Path.of("src/docs");
    private static final Path EXAMPLE = Path.of("routes/customers/acme.yaml.example");
    private static final Path CUSTOMER_FILES = DOCS.resolve("customer-files.md");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");
    private static final Pattern CLASS = Pattern.compile("[A-Z][A-Za-z]*[a-z][A-Za-z]*");
    private static final Pattern TABLE = Pattern.compile("(?s)(?<=<!-- settings -->\\n).*?(?=<!-- /settings -->)");
    private static final Pattern COMMAND = Pattern.compile("java -jar target/picqer-optiply\\.jar([^`\\n&]*)");
    private static final Pattern BEAN =
            Pattern.compile("    - name: ([a-z0-9-]+).*\\n +type: com.optiply.*Customer\\n");
    private static final Pattern ROUTE_STEP = Pattern.compile("(?:ref|aggregationStrategy|to): ([A-Za-z:-]+)");
    private static final Pattern PICTURE_STEP = Pattern.compile("\\[([A-Za-z:-]+)]");

    private static final SharedRoutes SHARED = CustomerFiles.sharedRoutes(Installation.find(Path.of(""), null, null));

    @TempDir
    private Path folder;

    static List<Path> pages() throws IOException {
        return Stream.concat(Stream.of(README), files(DOCS, ".md").stream()).toList();
    }

    @Test
    void listsTheSettingsAsTheProgramHasThem() throws IOException {
        Path page = DOCS.resolve("settings.md");
        String table = SettingsReference.markdown();
        if (System.getProperty("docs.update") != null) {
            Files.writeString(page, TABLE.matcher(read(page)).replaceFirst(Matcher.quoteReplacement(table)));
        }
        assertThat(found(TABLE, read(page), MatchResult::group)).containsExactly(table);
    }

    @Test
    void showsCustomerFilesThatPassTheCheck() throws IOException {
        List<String> shown = new ArrayList<>(List.of(read(EXAMPLE)));
        pages().forEach(page -> shown.addAll(blocks(page, "yaml")));

        assertThat(shown)
                .filteredOn(yaml -> yaml.contains("- beans:"))
                .hasSizeGreaterThan(3)
                .allSatisfy(this::passesTheCheck);
    }

    /** A route that is shown alone belongs below a bean: it is checked together with the smallest file. */
    @Test
    void showsRoutesThatPassTheCheckBelowABean() throws IOException {
        List<String> shown = blocks(CUSTOMER_FILES, "yaml");

        assertThat(shown)
                .filteredOn(yaml -> yaml.startsWith("- route:"))
                .isNotEmpty()
                .allSatisfy(route -> passesTheCheck(shown.get(0) + "\n" + route));
    }

    @Test
    void givesTheReadmesCustomerFileAsTheExample() throws IOException {
        assertThat(read(EXAMPLE)).endsWith(blocks(README, "yaml").get(0));
    }

    @Test
    void quotesWhatTheCheckSays() throws IOException {
        List<String> quoted = blocks(CUSTOMER_FILES, "").stream()
                .filter(block -> block.startsWith("routes/customers/"))
                .flatMap(String::lines)
                .toList();
        assertThat(quoted).hasSizeGreaterThan(100);
        assertThat(said()).containsAll(quoted);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void namesCommandsAndOptionsThatThereAre(Path page) throws IOException {
        for (String arguments :
                found(COMMAND, read(page), match -> match.group(1).strip())) {
            String[] words = arguments.isEmpty() ? new String[0] : arguments.split("[ ,]+");

            assertThatCode(() -> new CommandLine(PicqerOptiply.class).parseArgs(words))
                    .as("%s: %s", page, arguments)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksToFilesThatThereAre(Path page) throws IOException {
        assertThat(found(LINK, read(page), match -> match.group(1)))
                .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void namesFilesThatThereAre(Path page) throws IOException {
        assertThat(code(page))
                .filteredOn(name -> name.matches("(routes|src)/[A-Za-z0-9./-]+"))
                .allSatisfy(name -> assertThat(List.of(Path.of(name), Path.of(name + ".example")))
                        .anySatisfy(file -> assertThat(file).exists()));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void namesClassesThatThereAre(Path page) throws IOException {
        assertThat(classes())
                .containsAll(code(page).stream()
                        .filter(name -> CLASS.matcher(name).matches())
                        .toList());
    }

    @Test
    void drawsTheStepsOfTheFlowInTheirOrder() throws IOException {
        String picture = blocks(README, "").stream()
                .filter(block -> block.contains("[handOver]"))
                .findFirst()
                .orElseThrow();
        String flow = read(Path.of("routes/flows/products.yaml"));

        assertThat(withoutRepeats(found(PICTURE_STEP, picture, match -> match.group(1))))
                .isEqualTo(withoutRepeats(found(ROUTE_STEP, flow, match -> match.group(1))));
    }

    @Test
    void tellsOfEveryReasonWhatTheProgramDoes() {
        List<String> rows = new ArrayList<>();
        for (FilterReason reason : FilterReason.values()) {
            rows.add("\n| `" + reason.code() + "` | " + reason.explanation() + " | " + reason.remedy() + " |\n");
        }
        for (ParkReason reason : ParkReason.values()) {
            rows.add("\n| `" + reason.code() + "` | " + reason.advice() + " |\n");
        }
        for (Adjustment.Rule rule : Adjustment.Rule.values()) {
            rows.add("\n| `" + rule.code() + "` | ");
        }

        String support = read(DOCS.resolve("support.md"));
        String aboutReasons = support.substring(support.indexOf("\n## Filtered"));
        assertThat(rows).allSatisfy(row -> assertThat(aboutReasons).containsOnlyOnce(row));
    }

    @Test
    void tellsWhatBecomesOfEveryClassOfFailure() throws IOException {
        assertThat(code(DOCS.resolve("architecture.md")))
                .containsAll(
                        Arrays.stream(FailureClass.values()).map(Enum::name).toList());
    }

    @Test
    void asksTheStateQuestionsThatItCanAnswer() throws IOException, SQLException {
        String url = "jdbc:sqlite:" + folder.resolve("state.db");
        Store.open(new StoreSettings(url, null, null)).close();
        List<String> queries = blocks(DOCS.resolve("support.md"), "sql").stream()
                .flatMap(block -> Arrays.stream(block.split(";\\s*")))
                .toList();
        assertThat(queries).hasSizeGreaterThan(7);
        try (Connection state = DriverManager.getConnection(url)) {
            for (String query : queries) {
                assertThatCode(() ->
                                state.prepareStatement(query).executeQuery().close())
                        .as(query)
                        .doesNotThrowAnyException();
            }
        }
    }

    private void passesTheCheck(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("acme.yaml"), yaml);

        assertThat(new CustomerFileCheck(new SetVariables(), SHARED)
                        .check(List.of(file))
                        .text())
                .isEmpty();
    }

    private static Set<String> said() throws IOException {
        return files(Path.of("src/test/resources/customer-files"), "expected.txt").stream()
                .flatMap(file -> read(file).lines())
                .collect(Collectors.toSet());
    }

    private static Set<String> classes() throws IOException {
        return files(Path.of("src"), ".java").stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> withoutRepeats(List<String> names) {
        List<String> once = new ArrayList<>();
        for (String name : names) {
            if (once.isEmpty() || !once.get(once.size() - 1).equals(name)) {
                once.add(name);
            }
        }
        return once;
    }

    private static List<String> blocks(Path page, String language) {
        return FENCE.matcher(read(page))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    /** What stands in backticks outside of the blocks. */
    private static List<String> code(Path page) {
        return found(CODE, FENCE.matcher(read(page)).replaceAll(""), match -> match.group(1));
    }

    private static List<String> found(Pattern pattern, String text, Function<MatchResult, String> part) {
        return pattern.matcher(text).results().map(part).toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
