package com.optiply.picqer.customer.check;

import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.dsl.yaml.common.YamlDeserializationContext;
import org.apache.camel.dsl.yaml.deserializers.BeansDeserializer;
import org.apache.camel.dsl.yaml.deserializers.CustomResolver;
import org.apache.camel.dsl.yaml.deserializers.ModelDeserializersResolver;
import org.apache.camel.support.ResourceHelper;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Lets Camel itself read a route that has passed everything else. It has the last word: what it refuses must not
 * reach the running program, whatever the schema says.
 */
final class CamelReading {
    private final CamelContext camel;

    CamelReading(CamelContext camel) {
        this.camel = camel;
    }

    void read(Node item, FileProblems problems) {
        YamlDeserializationContext context =
                new YamlDeserializationContext(LoadSettings.builder().build());
        context.setResource(ResourceHelper.fromString(problems.file().toString(), ""));
        context.setCamelContext(camel);
        context.addResolvers(new CustomResolver(new BeansDeserializer()), new ModelDeserializersResolver());
        try {
            context.mandatoryResolve(item).construct(item);
        } catch (MarkedYamlEngineException e) {
            problems.add(
                    e.getProblemMark().or(e::getContextMark).or(item::getStartMark),
                    "Camel refuses this: "
                            + Optional.ofNullable(e.getProblem())
                                    .orElse(e.getClass().getSimpleName()) + ".",
                    "");
        } catch (RuntimeException e) {
            problems.add(item, "Camel refuses this route: " + e.getMessage() + ".", "");
        }
    }
}
