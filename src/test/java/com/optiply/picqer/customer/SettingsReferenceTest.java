package com.optiply.picqer.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SettingsReferenceTest {
    private final String[] lines = SettingsReference.markdown().split("\n");

    @Test
    void isOneTableWithEveryColumnFilled() {
        assertThat(lines[0]).isEqualTo("| setting | values | default | meaning | example |");
        assertThat(lines[1]).isEqualTo("|---|---|---|---|---|");
        assertThat(lines).allSatisfy(line -> assertThat(line.split("\\|", -1)).hasSize(7));
        assertThat(lines).noneSatisfy(line -> assertThat(line).contains("|  |"));
    }

    @Test
    void saysWhatTheSettersSay() {
        assertThat(lines)
                .contains(
                        "| `since` | a day, year first | **required** | The day this customer was connected to Optiply;"
                                + " it decides who owns flags that an old customer manages in Optiply."
                                + " | `2025-02-01` |")
                .contains(
                        "| `guards.share` | a share, such as `5 %` or `0.05` | 5 % | Which share of a kind's records a"
                                + " run may disable or delete before it waits for a person. | `2.5 %` |");
    }

    @Test
    void listsTheSettingsInOneOrder() {
        assertThat(lines).hasSize(2 + 49);
        assertThat(Arrays.stream(lines).skip(2).map(line -> line.split("`")[1])).isSorted();
    }
}
