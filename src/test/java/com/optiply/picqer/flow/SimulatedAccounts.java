package com.optiply.picqer.flow;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.sandbox.Sandbox;
import com.optiply.picqer.sandbox.SandboxOptions;
import com.optiply.picqer.sandbox.ShopOptions;
import com.optiply.picqer.sandbox.optiply.OptiplyAccount;
import com.optiply.picqer.sandbox.optiply.OptiplyRecord;
import com.optiply.picqer.sandbox.optiply.OptiplySimulator;
import com.optiply.picqer.sandbox.picqer.ApiKey;
import com.optiply.picqer.sandbox.picqer.PicqerShop;
import com.optiply.picqer.sandbox.picqer.ShopUser;
import com.optiply.picqer.sandbox.picqer.Stock;
import com.optiply.picqer.sandbox.server.Faults;
import com.optiply.picqer.sandbox.server.LoggedRequest;
import com.optiply.picqer.sandbox.server.SimulatedRequest;
import com.optiply.picqer.sandbox.server.SimulatedResponse;
import com.optiply.picqer.sandbox.server.Simulator;
import java.io.IOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** A Picqer shop and the Optiply account of the same customer, and what people and accidents do to them. */
public abstract class SimulatedAccounts {
    private final Sandbox sandbox;
    private final OptiplySimulator optiply;
    private final Set<Long> removed = new HashSet<>();
    private volatile Consumer<SimulatedRequest> stepIn = request -> {};
    private volatile Consumer<SimulatedRequest> watch = request -> {};
    private volatile BiFunction<SimulatedRequest, SimulatedResponse, SimulatedResponse> distortion =
            (request, answer) -> answer;

    SimulatedAccounts(SyncSetup setup) throws IOException {
        sandbox = Sandbox.start(SandboxOptions.DEFAULTS.withSeed(setup.seed()));
        sandbox.addShop(
                SyncSetup.ACME.value(),
                ShopOptions.of(setup.world())
                        .withKeys(
                                ApiKey.admin("sandbox", ShopOptions.KEY),
                                ApiKey.fulfilment(
                                        "fulfilment", SyncSetup.FULFILMENT_KEY, SyncSetup.FULFILMENT_CUSTOMER))
                        .unlimited(),
                picqer -> new Preceded(picqer, request -> stepIn.accept(request)));
        optiply = new OptiplySimulator(sandbox.optiplyUri(), Clock.systemUTC(), setup.seed());
        optiply.addAccount(SyncSetup.ACCOUNT, "acme", SyncSetup.OPTIPLY_USER, SyncSetup.COUPLING);
        sandbox.mountOptiply(this::watched);
    }

    /** Picqer's API, with something done before it does anything. */
    private record Preceded(Simulator picqer, Consumer<SimulatedRequest> before) implements Simulator {
        @Override
        public SimulatedResponse answer(SimulatedRequest request) {
            before.accept(request);
            return picqer.answer(request);
        }

        @Override
        public SimulatedResponse failure(int status) {
            return picqer.failure(status);
        }
    }

    /** From now on, at each request to either account: nothing of it is carried out before this returns. */
    public void stepIn(Consumer<SimulatedRequest> stepIn) {
        this.stepIn = stepIn;
    }

    private SimulatedResponse watched(SimulatedRequest request) {
        stepIn.accept(request);
        SimulatedResponse answer = optiply.answer(request);
        watch.accept(request);
        return distortion.apply(request, answer);
    }

    /** From now on Optiply's answers are told wrongly, as no fault of the network would. */
    public void distort(BiFunction<SimulatedRequest, SimulatedResponse, SimulatedResponse> distortion) {
        this.distortion = distortion;
    }

    /** From now on, at each request to Optiply: it has been carried out and is not answered yet. */
    public void watch(Consumer<SimulatedRequest> watch) {
        this.watch = watch;
    }

    /** Another shop and account beside acme's, for an engine of the test's own. */
    public void addShop(CustomerName name, ShopOptions shop, long account) {
        sandbox.addShop(name.value(), shop);
        optiply.addAccount(account, name.value(), SyncSetup.OPTIPLY_USER, SyncSetup.COUPLING);
    }

    /** What was asked of Optiply beside reading. */
    public List<LoggedRequest> writes() {
        return sandbox.log()
                .requests(request -> request.path().startsWith("/optiply/v1/")
                        && !request.method().equals("GET"));
    }

    public List<LoggedRequest> writes(String method) {
        return writes().stream()
                .filter(request -> request.method().equals(method))
                .toList();
    }

    public void setStock(long idproduct, int free) {
        user().setStock(idproduct, SyncSetup.MAIN_WAREHOUSE, Stock.of(free));
    }

    /** Takes the product out of Picqer altogether. */
    public void remove(long idproduct) {
        user().removeProduct(idproduct);
        removed.add(idproduct);
    }

    /** Tells that a fault's user action has removed it, or may have. */
    public void mayBeRemoved(long idproduct) {
        removed.add(idproduct);
    }

    /** The products that are out of Picqer altogether, or may be. */
    Set<Long> removed() {
        return Set.copyOf(removed);
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    public Faults faults() {
        return sandbox.faults();
    }

    public PicqerShop shop() {
        return sandbox.picqer(SyncSetup.ACME.value());
    }

    public ShopUser user() {
        return shop().user();
    }

    public OptiplySimulator optiply() {
        return optiply;
    }

    public OptiplyAccount account() {
        return optiply.account(SyncSetup.ACCOUNT);
    }

    public List<OptiplyRecord> products() {
        return account().all("products");
    }
}
