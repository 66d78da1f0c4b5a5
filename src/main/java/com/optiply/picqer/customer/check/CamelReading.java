package com.optiply.picqer.customer.check;

import static org.apache.camel.model.ProcessorDefinitionHelper.filterTypeInOutputs;

import java.util.Optional;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.dsl.yaml.common.YamlDeserializationContext;
import org.apache.camel.dsl.yaml.deserializers.BeansDeserializer;
import org.apache.camel.dsl.yaml.deserializers.CustomResolver;
import org.apache.camel.dsl.yaml.deserializers.ModelDeserializersResolver;
import org.apache.camel.model.ExpressionNode;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.SortDefinition;
import org.apache.camel.model.TransformDefinition;
import org.apache.camel.support.ResourceHelper;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Lets Camel itself read a route that has passed everything else. It has the last word: what it refuses must not
 * reach the running program, whatever the schema says.
 */
final class CamelReading {
    private static final Set<Class<?>> HAS_DEFAULT = Set.of(SortDefinition.class, TransformDefinition.class);

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
            if (context.mandatoryResolve(item).construct(item) instanceof RouteDefinition route) {
                checkExpressions(route, item, problems);
            }
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

    /** Camel notices a missing expression only when it starts the route. */
    private static void checkExpressions(RouteDefinition route, Node item, FileProblems problems) {
        filterTypeInOutputs(route.getOutputs(), ExpressionNode.class).stream()
                .filter(step -> step.getExpression() == null && !HAS_DEFAULT.contains(step.getClass()))
                .forEach(step -> problems.add(
                        item,
                        "`" + step.getShortName() + "` in line " + step.getLineNumber() + " has no expression.",
                        "Say what it works on, such as `simple: ${body}`."));
    }
}
