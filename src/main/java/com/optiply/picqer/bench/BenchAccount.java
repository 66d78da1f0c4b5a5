package com.optiply.picqer.bench;

import com.optiply.picqer.customer.Customer;
import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.OptiplySection;
import com.optiply.picqer.sandbox.ShopOptions;
import com.optiply.picqer.sandbox.optiply.ApiCredentials;
import com.optiply.picqer.sandbox.optiply.Coupling;

/** A fresh Optiply account of the sandbox, in the form in which each of its users wants it. */
record BenchAccount(long id) {
    static final String SHOP = "bench";
    static final long COUPLING = 9021;
    static final long WAREHOUSE = 18;

    /** Writes under way at once, ours and the floor's. */
    static final int PARALLELISM = 4;

    ApiCredentials credentials() {
        return new ApiCredentials("bench", "bench-secret", "user-" + id, "user-secret");
    }

    Coupling coupling() {
        return new Coupling(COUPLING, "picqer");
    }

    CustomerName customer() {
        return new CustomerName("bench-" + id);
    }

    /** Every setting as it is by default, but no limit on requests. */
    CustomerSettings settings(Addresses sandbox) {
        Customer settings = new Customer();
        settings.setSince("2025-01-01");
        settings.getPicqer().setBaseUrl(sandbox.picqer().toString());
        settings.getPicqer().setApiKey(ShopOptions.KEY);
        settings.getPicqer().setRequestsPerMinute("unlimited");
        settings.getWarehouses().setMain(String.valueOf(WAREHOUSE));
        fill(settings.getOptiply(), sandbox);
        return settings.settings(customer());
    }

    private void fill(OptiplySection optiply, Addresses sandbox) {
        ApiCredentials parts = credentials();
        optiply.setAccount(String.valueOf(id));
        optiply.setCoupling(String.valueOf(COUPLING));
        optiply.setBaseUrl(sandbox.optiply().toString());
        optiply.setTokenUrl(sandbox.token().toString());
        optiply.setClientId(parts.clientId());
        optiply.setClientSecret(parts.clientSecret());
        optiply.setUsername(parts.username());
        optiply.setPassword(parts.password());
        optiply.setRequestsPerSecondMax("unlimited");
        optiply.setParallelism(String.valueOf(PARALLELISM));
    }
}
