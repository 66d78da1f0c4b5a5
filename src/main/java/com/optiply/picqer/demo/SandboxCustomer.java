package com.optiply.picqer.demo;

import com.optiply.picqer.sandbox.Sandbox;
import com.optiply.picqer.sandbox.SandboxOptions;
import com.optiply.picqer.sandbox.ShopOptions;
import com.optiply.picqer.sandbox.optiply.ApiCredentials;
import com.optiply.picqer.sandbox.optiply.Coupling;
import com.optiply.picqer.sandbox.optiply.OptiplyAccount;
import com.optiply.picqer.sandbox.optiply.OptiplySimulator;
import com.optiply.picqer.sandbox.picqer.PicqerShop;
import com.optiply.picqer.sandbox.world.World;

/**
 * One customer in the sandbox: a Picqer shop, and the Optiply account that belongs to it, both without a limit on
 * requests. Thread-safe.
 */
public final class SandboxCustomer implements AutoCloseable {
    public static final String NAME = "demo";
    public static final long ACCOUNT = 1380;
    public static final long COUPLING = 9021;
    public static final String PICQER_KEY = ShopOptions.KEY;
    public static final String CLIENT_ID = "sandbox-client";
    public static final String CLIENT_SECRET = "sandbox-secret";
    public static final String USERNAME = "sandbox@demo.example";
    public static final String PASSWORD = "sandbox-password";

    private final Sandbox sandbox;
    private final PicqerShop shop;
    private final OptiplyAccount account;

    private SandboxCustomer(Sandbox sandbox, SandboxOptions options, World world) {
        this.sandbox = sandbox;
        this.shop = sandbox.addShop(NAME, ShopOptions.of(world).unlimited());
        OptiplySimulator optiply = new OptiplySimulator(sandbox.optiplyUri(), sandbox.clock(), options.seed());
        this.account = optiply.addAccount(
                ACCOUNT,
                NAME,
                new ApiCredentials(CLIENT_ID, CLIENT_SECRET, USERNAME, PASSWORD),
                new Coupling(COUPLING, "picqer"));
        sandbox.mountOptiply(optiply);
    }

    public static SandboxCustomer open(SandboxOptions options, World world) {
        Sandbox sandbox = Sandbox.start(options);
        try {
            return new SandboxCustomer(sandbox, options, world);
        } catch (RuntimeException notOpened) {
            sandbox.close();
            throw notOpened;
        }
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    public PicqerShop shop() {
        return shop;
    }

    public OptiplyAccount account() {
        return account;
    }

    /** What the setting `optiply.credentials` refers to. */
    public static String optiplyCredentials() {
        return """
                {"clientId":"%s","clientSecret":"%s","username":"%s","password":"%s"}"""
                .formatted(CLIENT_ID, CLIENT_SECRET, USERNAME, PASSWORD);
    }

    /**
     * The customer file, as an engineer writes it.
     *
     * @param picqerKey where the key is found: {@code {{env:NAME}}} or {@code {{file:PATH}}}
     * @param optiplyCredentials where the four credentials are found
     */
    public String customerFile(String picqerKey, String optiplyCredentials) {
        return """
                # A customer of the sandbox: no limits on either side, so none are kept here.
                - beans:
                    - name: %s
                      type: com.optiply.picqer.customer.Customer
                      properties:
                        since: "2025-02-01"
                        picqer:
                          base-url: %s
                          api-key: "%s"
                          requests-per-minute: unlimited
                        optiply:
                          account: %d
                          coupling: %d
                          credentials: "%s"
                          base-url: %s
                          token-url: %s
                          requests-per-second-max: unlimited
                        warehouses:
                          main: 18
                """
                .formatted(
                        NAME,
                        sandbox.picqerUri(NAME),
                        picqerKey,
                        ACCOUNT,
                        COUPLING,
                        optiplyCredentials,
                        sandbox.optiplyUri(),
                        sandbox.optiplyTokenUri());
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
