package com.optiply.picqer.sync.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.store.row.HoldAction;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedChangeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"disabled\"}",
                "{\"unlimitedStock\":true}",
                "{\"assembled\":true}",
                "{\"name\":\"Hose\",\"status\":\"disabled\"}"
            })
    void whatTakesARecordOutOfSightDisables(String changes) {
        assertThat(of("{\"stockLevel\":10}", changes)).contains(HoldAction.DISABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"enabled\"}",
                "{\"unlimitedStock\":false}",
                "{\"assembled\":false}",
                "{\"name\":\"Hose\"}",
                "{\"stockLevel\":1}",
                "{\"stockLevel\":-1}",
                "{\"eanCode\":null}",
                "{}"
            })
    void whatBringsItBackOrChangesItOtherwiseIsNotGuarded(String changes) {
        assertThat(of("{\"stockLevel\":10}", changes)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, true", "10, true", "0, false", "-3, false"})
    void onlyAStockThatIsThereCanBeEmptied(long before, boolean isGuarded) {
        assertThat(of("{\"stockLevel\":" + before + "}", "{\"stockLevel\":0}").isPresent())
                .isEqualTo(isGuarded);
    }

    @Test
    void aStockThatNobodyKnowsMayBeEmptied() {
        assertThat(of("{\"stockLevel\":null}", "{\"stockLevel\":0}")).contains(HoldAction.STOCK_ZERO);
    }

    @Test
    void disablingWeighsMoreThanEmptying() {
        assertThat(of("{\"stockLevel\":10}", "{\"stockLevel\":0,\"status\":\"disabled\"}"))
                .contains(HoldAction.DISABLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DISABLE    | {\"name\":\"Hose\",\"status\":\"disabled\",\"assembled\":true} | {\"name\":\"Hose\"}",
                "DISABLE    | {\"stockLevel\":4,\"unlimitedStock\":true}                     | {\"stockLevel\":4}",
                "DISABLE    | {\"stockLevel\":0,\"unlimitedStock\":true}                     | {}",
                "STOCK_ZERO | {\"name\":\"Hose\",\"stockLevel\":0}                           | {\"name\":\"Hose\"}",
                "DELETE     | {\"name\":\"Hose\"}                                            | {}",
                "DELETE_IN_USE | {\"name\":\"Hose\"}                                         | {}",
                "DELETE_VANISHED | {\"name\":\"Hose\"}                                       | {}",
                "EXPORT     | {\"name\":\"Hose\"}                                            | {}"
            })
    void theRestMayGo(HoldAction action, String changes, String rest) {
        assertThat(GuardedChange.unguardedPart(action, Attributes.parse(changes))
                        .json())
                .isEqualTo(rest);
    }

    private static Optional<HoldAction> of(String before, String changes) {
        return GuardedChange.of(Attributes.parse(before), Attributes.parse(changes));
    }
}
