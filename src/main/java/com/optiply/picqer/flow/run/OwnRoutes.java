package com.optiply.picqer.flow.run;

import com.optiply.picqer.customer.CustomerName;
import com.optiply.picqer.sync.run.Flow;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.model.Model;
import org.apache.camel.model.ProcessDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;

/** The routes of a customer's own file, by the ids that the program knows them by. */
public final class OwnRoutes {
    private static final String HAND_OVER = "handOver";
    private static final String MAPPED = "-mapped";

    private OwnRoutes() {}

    /** The id of the route that triggers a flow of that customer, or takes its place. */
    public static String ofFlow(CustomerName customer, Flow flow) {
        return customer + "-" + flow.code();
    }

    /** The flow that a route of that id triggers: a flow may have several, each with a longer id. */
    public static Optional<Flow> triggeredBy(CustomerName customer, String routeId) {
        return Stream.of(Flow.values())
                .filter(flow -> (routeId + "-").startsWith(ofFlow(customer, flow) + "-"))
                .max(Comparator.comparing(flow -> flow.code().length()));
    }

    /** The id of the route that may change what was mapped, and of the endpoint that it begins with. */
    public static String ofMapped(CustomerName customer, Flow flow) {
        return customer + "-" + flow.ofOwnStep().code() + MAPPED;
    }

    /** The route that the customer runs in the place of the shared flow; empty where its own is a trigger only. */
    static Optional<Route> inPlaceOf(Flow flow, CustomerName customer, CamelContext camel) {
        String id = ofFlow(customer, flow);
        RouteDefinition definition =
                camel.getCamelContextExtension().getContextPlugin(Model.class).getRouteDefinition(id);
        return Optional.ofNullable(definition).filter(OwnRoutes::isWhole).map(own -> camel.getRoute(id));
    }

    private static boolean isWhole(RouteDefinition route) {
        return ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), ProcessDefinition.class).stream()
                .anyMatch(step -> HAND_OVER.equals(step.getRef()));
    }
}
