package com.optiply.picqer.service;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.door.DoorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPropertiesTest {
    private static final Path FILE = Path.of("/srv/application.properties");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(picqer-optiply\\.[^`]+)` \\|");

    @ParameterizedTest
    @CsvSource({
        "picqer-optiply.drop.evry, picqer-optiply.drop.every",
        "picqer-optiply.database.usr, picqer-optiply.database.user",
        "picqer-optiply.databse.url, picqer-optiply.database.url",
        "picqer-optiply.database.URL, picqer-optiply.database.url",
        "picqer-optiply.door.patince, picqer-optiply.door.patience",
        "picqer-optiply.retention.run, picqer-optiply.retention.runs",
        "picqer_optiply.database.url, picqer-optiply.database.url",
        "piqcer-optiply.database.url, picqer-optiply.database.url"
    })
    void refusesANameThatNobodyReads(String written, String meant) {
        assertThatThrownBy(() -> require(Map.of(written, "1s")))
                .isInstanceOf(InstallationException.class)
                .hasMessage("There is no property `" + written + "`, but it stands in " + FILE + ". Did you mean `"
                        + meant + "`?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"picqer-optiply.url", "picqer-optiply", "picqer-optiply.", "picqer-optiply.log.level"})
    void listsThePropertiesWhereNoneIsNear(String written) {
        assertThatThrownBy(() -> require(Map.of(written, "1s")))
                .hasMessageContaining("Properties here: picqer-optiply.database.url, picqer-optiply.database.user, pi")
                .hasMessageEndingWith(", picqer-optiply.retention.runs.");
    }

    @Test
    void tellsOfEveryNameAtOnce() {
        assertThatThrownBy(() -> require(Map.of("picqer-optiply.drop.evry", "1s", "picqer-optiply.drop.foldr", "x")))
                .message()
                .hasLineCount(2)
                .contains("drop.evry`", "drop.foldr`");
    }

    @Test
    void leavesAloneWhatIsOfOthers() {
        assertThatCode(() -> require(Map.of("camel.main.name", "other", "acme.key", "x", "picqer.key", "y")))
                .doesNotThrowAnyException();
    }

    @Test
    void aPasswordInTheFileIsToldFromASlip() {
        assertThatThrownBy(() -> require(Map.of("picqer-optiply.database.password", "hush")))
                .hasMessage("`picqer-optiply.database.password` stands in " + FILE + " in clear text. Take it out and"
                        + " set the environment variable PICQER_OPTIPLY_DATABASE_PASSWORD.");
    }

    @ParameterizedTest
    @CsvSource({
        "picqer-optiply.drop.every, 5 s, 'a time above zero, up to a day, such as `5s`'",
        "picqer-optiply.drop.every, 0s, 'a time above zero, up to a day, such as `5s`'",
        "picqer-optiply.drop.every, 5, 'a time above zero, up to a day, such as `5s`'",
        "picqer-optiply.drop.still-for, 2m, 'a time above zero, up to a minute, such as `2s`'",
        "picqer-optiply.door.patience, 1s2, 'a time above zero, up to a day, such as `2m`'",
        "picqer-optiply.retention.runs, 3w, a number of days such as `90d`"
    })
    void refusesAValueThatMakesNoSense(String name, String value, String allowed) {
        assertThatThrownBy(() -> require(Map.of(name, value)))
                .isInstanceOf(InstallationException.class)
                .hasMessage("The property `" + name + "` must be " + allowed + ", not `" + value + "`. Correct it in "
                        + FILE + ".");
    }

    @Test
    void theSettingsPageTellsEveryProperty() throws IOException {
        String page = Files.readString(Path.of("src/docs/settings.md"));

        Set<String> told = ROW.matcher(page).results().map(row -> row.group(1)).collect(toCollection(TreeSet::new));
        assertThat(told).isEqualTo(OwnProperties.names());
        tellsDefaults(page, DoorSettings.PREFIX, DoorSettings.DEFAULTS);
        tellsDefaults(page, DropSettings.PREFIX, DropSettings.DEFAULTS);
        tellsDefaults(page, RetentionTerms.PREFIX, RetentionTerms.DEFAULTS);
    }

    private static void tellsDefaults(String page, String prefix, Map<String, String> defaults) {
        defaults.forEach((name, ordinary) -> assertThat(page)
                .containsPattern("(?m)^\\| `" + Pattern.quote(prefix + name) + "` \\| [^|]+ \\| `"
                        + Pattern.quote(ordinary) + "` \\|"));
    }

    private static void require(Map<String, String> given) {
        Properties properties = new Properties();
        properties.putAll(given);
        OwnProperties.require(FILE, properties);
    }
}
