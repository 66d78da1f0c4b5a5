package com.optiply.picqer.flow.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.ExtraAttribute;
import com.optiply.picqer.flow.run.OwnRoutes;
import com.optiply.picqer.flow.run.Problem;
import com.optiply.picqer.flow.run.RunStoppedException;
import com.optiply.picqer.flow.run.Variables;
import com.optiply.picqer.mapping.Adjustment;
import com.optiply.picqer.mapping.Adjustment.Rule;
import com.optiply.picqer.mapping.Decision;
import com.optiply.picqer.mapping.ParkReason;
import com.optiply.picqer.mapping.Reading;
import com.optiply.picqer.optiply.Attributes;
import com.optiply.picqer.optiply.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.jspecify.annotations.Nullable;

/**
 * The step of a customer's own: its route {@code <customer>-<flow>-mapped} sees each record that goes to Optiply once
 * it is mapped, and may change its attributes. The route gets the record as it was read as body, and the attributes as
 * exchange variables by Optiply's names; what it has set, or removed, when it ends is what is sent.
 *
 * <p>One decision comes out for each that went in, whatever the route does: a record that it fails on, or gives a
 * value which Optiply could not take, is parked. Where the customer has no such route this costs one look a page.
 */
public final class OwnStep implements Processor {

    @Override
    public void process(Exchange exchange) throws Exception {
        CustomerSettings customer = Variables.run(exchange).customer();
        Route route = exchange.getContext().getRoute(OwnRoutes.ofMapped(customer.name(), Variables.flow(exchange)));
        Page<?> page = Page.of(exchange);
        if (route == null || page.readings().isEmpty()) {
            return;
        }
        Step step = new Step(route, page.kind(), changeable(page.kind(), customer));
        List<Decision> mapped = Page.mapped(exchange);
        List<Decision> changed = new ArrayList<>(mapped.size());
        for (int i = 0; i < mapped.size(); i++) {
            Reading reading = page.readings().get(i);
            changed.add(mapped.get(i) instanceof Decision.Send send ? step.changed(send, reading) : mapped.get(i));
        }
        exchange.getMessage().setBody(changed);
    }

    /** An attribute that this Optiply environment does not accept would make it refuse the record. */
    private static Set<String> changeable(Kind kind, CustomerSettings customer) {
        Set<String> names = new TreeSet<>(kind.changeable());
        names.removeAll(ExtraAttribute.refused(kind.resource(), customer.extraAttributes()));
        return names;
    }

    /**
     * The customer's route for one kind of record.
     *
     * @param names of the attributes that it may change
     */
    private record Step(Route route, Kind kind, Set<String> names) {

        Decision changed(Decision.Send mapped, Reading reading) throws Exception {
            Exchange one = route.getEndpoint().createExchange();
            one.getMessage().setBody(reading);
            for (String name : mapped.attributes().names()) {
                one.setVariable(name, value(mapped.attributes().get(name)));
            }
            route.getProcessor().process(one);
            Throwable thrown = Problem.cause(one);
            if (thrown instanceof RunStoppedException stopping) {
                throw stopping; // Camel is told to stop: the record is none the worse for it
            }
            if (thrown != null) {
                return failed(mapped, "ended with " + thrown);
            }
            try {
                return taking(changes(mapped.attributes(), one), mapped);
            } catch (IllegalArgumentException nonsense) {
                return failed(mapped, "set what cannot be sent: " + nonsense.getMessage());
            }
        }

        private Decision failed(Decision.Send mapped, String how) {
            return Decision.Park.of(
                    mapped.subject(), ParkReason.OWN_STEP_FAILED, "The route `" + route.getRouteId() + "` " + how);
        }

        /** What the route has set to another value; a null for what it has removed. */
        private Attributes changes(Attributes mapped, Exchange one) {
            Set<String> all = new TreeSet<>(mapped.names());
            all.addAll(one.getVariables().keySet());
            Attributes target = mapped;
            for (String name : all) {
                JsonNode before = mapped.get(name);
                Object after = one.getVariable(name);
                if (!Objects.equals(before == null ? null : value(before), after)) {
                    requireChangeable(name);
                    target = after == null ? target.without(Set.of(name)) : target.with(attribute(name, after));
                }
            }
            return mapped.changesTo(target);
        }

        private void requireChangeable(String name) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("`" + name + "` is no attribute of " + kind.resource()
                        + " that may be changed. Those are " + String.join(", ", names) + ".");
            }
        }

        private Attributes attribute(String name, Object value) {
            try {
                return kind.changed(name, value);
            } catch (IllegalArgumentException refused) {
                throw new IllegalArgumentException("`" + name + "` " + refused.getMessage() + ".", refused);
            }
        }
    }

    private static Object value(@Nullable JsonNode attribute) {
        JsonNode node = Objects.requireNonNull(attribute);
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isNumber() ? node.numberValue() : node.asText();
    }

    /**
     * What was to be left as Optiply has it stays so where the mapper had a value for it all the same: the name of a
     * supplier in the daily run. Where it had none, the step has one now.
     */
    private static Decision taking(Attributes changes, Decision.Send mapped) {
        if (changes.isEmpty()) {
            return mapped;
        }
        Set<String> untouched = new HashSet<>(mapped.untouched());
        untouched.removeIf(name -> changes.has(name) && !mapped.attributes().has(name));
        List<Adjustment> adjustments = new ArrayList<>(mapped.adjustments());
        Attributes before = mapped.attributes().only(changes);
        adjustments.add(new Adjustment(Rule.OWN_STEP, before.json(), changes.json()));
        return new Decision.Send(
                mapped.subject(),
                mapped.attributes().with(changes),
                Set.copyOf(untouched),
                List.copyOf(adjustments),
                mapped.lines(),
                mapped.onFixedChange(),
                mapped.days(),
                mapped.grounds());
    }
}
