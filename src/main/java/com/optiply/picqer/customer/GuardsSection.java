package com.optiply.picqer.customer;

import java.math.BigDecimal;

/** The part {@code guards} of a customer file. Filled like {@link Customer}. */
public final class GuardsSection {
    private static final int RECORDS_MOST = 1_000_000;

    private int records = 250;
    private BigDecimal share = new BigDecimal("0.05");
    private BigDecimal stockZeroShare = new BigDecimal("0.3");

    @Setting(
            meaning = "How many records of one kind a run may disable, delete or set to zero stock before it waits for"
                    + " a person.",
            allowed = "a whole number from 0 to 1000000",
            standard = "250",
            example = "100")
    public void setRecords(String number) {
        records = SettingValues.between(0, RECORDS_MOST, number);
    }

    @Setting(
            meaning = "Which share of a kind's records a run may disable or delete before it waits for a person.",
            allowed = "a share, such as `5 %` or `0.05`",
            standard = "5 %",
            example = "2.5 %")
    public void setShare(String part) {
        share = SettingValues.share(part);
    }

    @Setting(
            meaning = "Which share of the products a run may set to zero stock before it waits for a person.",
            allowed = "a share, such as `30 %` or `0.3`",
            standard = "30 %",
            example = "50 %")
    public void setStockZeroShare(String part) {
        stockZeroShare = SettingValues.share(part);
    }

    CustomerSettings.GuardSettings settings() {
        return new CustomerSettings.GuardSettings(records, share, stockZeroShare);
    }

    @Override
    public String toString() {
        return "guard settings";
    }
}
