package com.optiply.picqer.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optiply.picqer.customer.CustomerSettings.OldMarker;
import com.optiply.picqer.customer.CustomerSettings.Owner;
import com.optiply.picqer.picqer.OrderStatus;
import com.optiply.picqer.sync.run.Flow;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings that steer what is sent, where their reading is more than one value taken over. */
class RuleSettingsTest {
    private final Customer customer = customer();

    @ParameterizedTest
    @CsvSource({"2020-01-01,OPTIPLY", "2024-09-23,OPTIPLY", "2024-09-24,PICQER", "2025-02-01,PICQER"})
    void leavesTheIgnoredFlagToOptiplyForCustomersFromBeforeIt(String since, Owner owner) {
        customer.setSince(since);

        assertThat(settings().suppliers().ignored()).isEqualTo(owner);
    }

    @ParameterizedTest
    @CsvSource({"2024-09-23,picqer,PICQER", "2024-09-24,optiply,OPTIPLY"})
    void letsTheFileDecideWhoOwnsTheIgnoredFlag(String since, String written, Owner owner) {
        customer.getSuppliers().setIgnored(written);
        customer.setSince(since);

        assertThat(settings().suppliers().ignored()).isEqualTo(owner);
    }

    @Test
    void readsWhatStandsAroundTheIdOfAnOldMarker() {
        customer.getExport().setOldMarkers("{id},Optiply order {id}, [{id}] ");

        assertThat(settings().export().oldMarkers())
                .containsExactly(new OldMarker("", ""), new OldMarker("Optiply order ", ""), new OldMarker("[", "]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Optiply", "{ID}", "{id}{id}", "{id}, Optiply-", "{id} of {id}"})
    void refusesAnOldMarkerThatDoesNotHoldTheIdOnce(String patterns) {
        assertThatThrownBy(() -> customer.getExport().setOldMarkers(patterns))
                .hasMessageMatching("cannot hold `.+`; allowed: patterns with `\\{id}` in them, exactly once, .*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{id},", ",{id}", "{id},,OPT-{id}"})
    void refusesAListWithAHoleInIt(String patterns) {
        assertThatThrownBy(() -> customer.getExport().setOldMarkers(patterns))
                .hasMessageEndingWith("allowed: values separated by single commas");
    }

    @Test
    void refusesAListThatNamesAValueTwice() {
        assertThatThrownBy(() -> customer.getSellOrders().setStatuses("paused, processing, paused"))
                .hasMessageEndingWith("allowed: every value once");
    }

    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void takesEachStatusThatMayCountAndSaysWhyAnotherMayNot(OrderStatus status) {
        SellOrdersSection sellOrders = customer.getSellOrders();

        switch (status) {
            case EXPECTED, PROCESSING, PAUSED, COMPLETED -> {
                sellOrders.setStatuses(status.code());
                assertThat(settings().sellOrders().statuses()).containsExactly(status);
            }
            case CONCEPT -> assertThatThrownBy(() -> sellOrders.setStatuses("paused, concept"))
                    .hasMessageStartingWith("cannot hold `concept`: a concept is a draft that nobody has ordered yet;");
            case CANCELLED -> assertThatThrownBy(() -> sellOrders.setStatuses("cancelled"))
                    .hasMessageStartingWith("cannot hold `cancelled`: a cancelled order sells nothing,");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "366", "-1", "45 days", "4.5"})
    void refusesDaysThatAreNoNumberOfAYear(String days) {
        assertThatThrownBy(() -> customer.getSellOrders().setChangesDays(days))
                .hasMessageEndingWith("allowed: a whole number from 1 to 365");
    }

    @ParameterizedTest
    @EnumSource(ExtraAttribute.class)
    void takesAndDocumentsEveryExtraAttribute(ExtraAttribute extra) {
        customer.setExtraAttributes(extra.code());

        assertThat(settings().extraAttributes()).containsExactly(extra);
        assertThat(ExtraAttribute.of(extra.code())).contains(extra);
        assertThat(extra.code()).isEqualTo(extra.resource() + "." + extra.attribute());
        assertThat(SettingsReference.markdown()).contains("`" + extra.code() + "`");
    }

    @Test
    void asksWhetherANearExtraAttributeIsMeant() {
        assertThatThrownBy(() -> customer.setExtraAttributes("sellOrders.status, supplier.country"))
                .hasMessageStartingWith("cannot hold `supplier.country`; allowed: `suppliers.country`, `products.")
                .hasMessageEndingWith("Did you mean `suppliers.country`?");
    }

    @ParameterizedTest
    @CsvSource({"on,true", "true,true", "off,false", "false,false"})
    void takesOnAndOffAsAnyYamlReaderGivesThem(String written, boolean isOn) {
        customer.getFlows().setItemDeliveries(written);

        assertThat(settings().flows().isOn("item-deliveries")).isEqualTo(isOn);
        assertThat(settings().flows().isOn("buy-orders")).isTrue();
    }

    @Test
    void hasASwitchForEveryFlowOfTheProgram() {
        SettingsSection flows = SettingsSection.top().section("flows");

        assertThat(flows).isNotNull();
        assertThat(flows.keys())
                .containsAll(Arrays.stream(Flow.values()).map(Flow::code).toList());
    }

    @Test
    void tellsNothingThatCouldBeChanged() {
        customer.setExtraAttributes("suppliers.country");
        CustomerSettings settings = settings();

        assertThatThrownBy(() -> settings.extraAttributes().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> settings.sellOrders().statuses().clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> settings.export().oldMarkers().add(new OldMarker("", "")))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    private CustomerSettings settings() {
        return customer.settings(new CustomerName("acme"));
    }

    private static Customer customer() {
        Customer customer = new Customer();
        customer.setSince("2025-02-01");
        customer.getPicqer().setSubdomain("acme");
        customer.getPicqer().setApiKey("k3y-k3y");
        customer.getOptiply().setAccount("1380");
        customer.getOptiply()
                .setCredentials("{\"clientId\":\"shop\",\"clientSecret\":\"s3cret\",\"username\":\"api\","
                        + "\"password\":\"p4ssword\"}");
        return customer;
    }
}
