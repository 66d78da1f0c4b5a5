package com.optiply.picqer.customer.check;

import com.optiply.picqer.customer.CustomerSettings;
import com.optiply.picqer.customer.CustomerSettings.Flows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** What is known of one file while the files are being checked: its problems, and what others must not repeat. */
final class FileUnderCheck {
    private static final String EXTENSION = ".yaml";

    private final String customer;
    private final FileProblems problems;
    private final List<ScalarNode> routeIds = new ArrayList<>();
    private final List<MappingNode> allRoutes = new ArrayList<>();
    private final Map<ScalarNode, MappingNode> routes = new LinkedHashMap<>();
    private Flows flows = new Flows(Set.of());
    private @Nullable CustomerSettings settings;
    private @Nullable Node account;

    FileUnderCheck(Path file) {
        String name = String.valueOf(file.getFileName());
        this.customer = name.replaceFirst("(?i)\\.ya?ml$", "");
        this.problems = new FileProblems(file);
    }

    /** The name that the file gives its customer; whether it is a good one is a problem of its own. */
    String customer() {
        return customer;
    }

    FileProblems problems() {
        return problems;
    }

    boolean hasEnding() {
        return String.valueOf(problems.file().getFileName()).endsWith(EXTENSION);
    }

    void addRouteId(ScalarNode id) {
        routeIds.add(id);
    }

    List<ScalarNode> routeIds() {
        return routeIds;
    }

    /** Every route, whatever is wrong with it. */
    void addAnyRoute(MappingNode route) {
        allRoutes.add(route);
    }

    List<MappingNode> allRoutes() {
        return allRoutes;
    }

    /** A route whose keys and whose id are right, so that its steps can be followed. */
    void addRoute(ScalarNode id, MappingNode route) {
        routes.put(id, route);
    }

    Map<ScalarNode, MappingNode> routes() {
        return routes;
    }

    /** Which flows are on as far as the file says so, whatever else is wrong with it. */
    void setFlows(Flows read) {
        flows = read;
    }

    Flows flows() {
        return flows;
    }

    /** The settings, and where the file names the Optiply account. */
    void settle(CustomerSettings checked, Node accountPlace) {
        settings = checked;
        account = accountPlace;
    }

    /** The settings as far as this file by itself is concerned; empty if they have a problem. */
    Optional<CustomerSettings> settings() {
        return Optional.ofNullable(settings);
    }

    /** Where the file names the Optiply account; there once {@link #settings} are. */
    Optional<Node> account() {
        return Optional.ofNullable(account);
    }
}
