package com.optiply.picqer.sandbox.optiply;

import com.fasterxml.jackson.databind.JsonNode;
import com.optiply.picqer.sandbox.optiply.OptiplySwitches.NestedLineIds;
import com.optiply.picqer.sandbox.server.SimulatedRequest;
import com.optiply.picqer.sandbox.server.SimulatedResponse;
import java.util.List;
import java.util.Set;

/** The API host: what stands behind {@code /v1}. */
final class RestApi {
    private static final Set<String> WHO = Set.of("accountId", "couplingId");

    private final World world;
    private final Search search;
    private final Writer writer;
    private final Documents documents;

    RestApi(World world, Search search, Writer writer, Documents documents) {
        this.world = world;
        this.search = search;
        this.writer = writer;
        this.documents = documents;
    }

    /** @param segments of the path, after the version */
    SimulatedResponse answer(SimulatedRequest request, List<String> segments, List<Account> seen) {
        ResourceType type = Schema.find(segments.get(0)).orElseThrow(() -> ApiException.notFound(request.path()));
        Caller caller = Caller.of(request, seen);
        return switch (segments.size()) {
            case 1 -> collection(request, type, caller);
            case 2 -> item(request, type, id("id", segments.get(1)), caller);
            case 3 -> related(request, type, segments, segments.get(2), caller);
            case 4 -> linkage(request, type, segments, caller);
            default -> throw ApiException.notFound(request.path());
        };
    }

    /** What is no number fails as the real server's parser does. */
    static long id(String what, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException malformed) {
            throw ApiException.unreadable(what);
        }
    }

    private SimulatedResponse collection(SimulatedRequest request, ResourceType type, Caller caller) {
        return switch (request.method()) {
            case "GET" -> list(request, ListQuery.parse(type, world.switches(), request.query()), caller, false);
            case "POST" -> create(request, writable(request, type), caller);
            default -> throw ApiException.methodNotAllowed(request.method());
        };
    }

    private SimulatedResponse item(SimulatedRequest request, ResourceType type, long id, Caller caller) {
        return switch (request.method()) {
            case "GET" -> read(request, type, id, caller);
            case "PATCH" -> update(request, writable(request, type), id, caller);
            case "DELETE" -> delete(request, writable(request, type), id, caller);
            default -> throw ApiException.methodNotAllowed(request.method());
        };
    }

    private SimulatedResponse linkage(
            SimulatedRequest request, ResourceType type, List<String> segments, Caller caller) {
        if (!segments.get(2).equals("relationships")) {
            throw ApiException.notFound(request.path());
        }
        return related(request, type, segments, segments.get(3), caller);
    }

    /** Four segments ask for the identifiers of the related records only. */
    private SimulatedResponse related(
            SimulatedRequest request, ResourceType type, List<String> segments, String name, Caller caller) {
        requireGet(request);
        Search.Hit hit = found(type, id("id", segments.get(1)), caller);
        Relationship relationship = type.relationship(name).orElseThrow(() -> ApiException.notFound(request.path()));
        boolean identifiers = segments.size() == 4;
        ResourceType target = Schema.type(relationship.target());
        if (relationship instanceof Relationship.ToMany many) {
            Filter ofThis = Filter.equal(target, many.attribute(), hit.row().id());
            return list(
                    request,
                    ListQuery.parse(target, world.switches(), request.query()).and(ofThis),
                    caller,
                    identifiers);
        }
        requireOnly(request, WHO);
        return one(target, hit, ((Relationship.ToOne) relationship).attribute(), type, identifiers);
    }

    private SimulatedResponse one(
            ResourceType target, Search.Hit from, String attribute, ResourceType type, boolean identifiers) {
        Object id = from.row().get(type.slot(attribute));
        return search.one(List.of(from.account()), target, (Long) id)
                .map(to -> identifiers ? documents.identifierOf(target, to.row()) : documents.one(target, to.row()))
                .map(json -> Responses.document(200, json))
                .orElseGet(() -> Responses.document(200, documents.nothing()));
    }

    private SimulatedResponse list(SimulatedRequest request, ListQuery query, Caller caller, boolean identifiers) {
        Search.Found found = search.list(caller.accounts(), query);
        String path = request.path().substring(OptiplySimulator.API.length());
        PageLinks links = new PageLinks(documents.baseUrl() + path, request.query(), query.limit(), query.offset());
        return Responses.document(
                200,
                identifiers
                        ? documents.identifiers(query.type(), found, links)
                        : documents.list(query.type(), found, links));
    }

    private SimulatedResponse read(SimulatedRequest request, ResourceType type, long id, Caller caller) {
        requireOnly(request, WHO);
        return Responses.document(
                200, documents.one(type, found(type, id, caller).row()));
    }

    private SimulatedResponse create(SimulatedRequest request, ResourceType type, Caller caller) {
        requireOnly(request, WHO);
        JsonNode attributes = Body.attributesToCreate(request, type);
        Caller placed = attributes.path("accountId").isIntegralNumber()
                ? caller.inAccount(attributes.get("accountId").longValue())
                : caller;
        Account account = placed.accountToCreateIn(world.switches());
        Writer.Created created = writer.create(account, type, attributes, placed.author(account));
        return Responses.document(201, createdDocument(type, created));
    }

    private byte[] createdDocument(ResourceType type, Writer.Created created) {
        boolean tellsLines = type.has("orderLines") && world.switches().nestedLineIds() == NestedLineIds.IN_ORDER_LINES;
        if (!tellsLines) {
            return documents.one(type, created.row());
        }
        ResourceType lines = Schema.type(type.owned().get(0).target());
        return documents.withLines(type, created.row(), lines, created.lines());
    }

    private SimulatedResponse update(SimulatedRequest request, ResourceType type, long id, Caller caller) {
        requireOnly(request, WHO);
        JsonNode attributes = Body.attributesToUpdate(request, type, id);
        Search.Hit hit = found(type, id, caller);
        Row row = writer.update(hit.account(), type, hit.row(), attributes, caller.author(hit.account()));
        return Responses.document(200, documents.one(type, row));
    }

    private SimulatedResponse delete(SimulatedRequest request, ResourceType type, long id, Caller caller) {
        requireOnly(request, WHO);
        Search.Hit hit = found(type, id, caller);
        writer.delete(hit.account(), type, hit.row());
        return Responses.noContent();
    }

    private Search.Hit found(ResourceType type, long id, Caller caller) {
        return search.one(caller.accounts(), type, id).orElseThrow(() -> ApiException.notFound(id));
    }

    private static ResourceType writable(SimulatedRequest request, ResourceType type) {
        if (!type.isWritable()) {
            throw ApiException.methodNotAllowed(request.method());
        }
        return type;
    }

    private static void requireGet(SimulatedRequest request) {
        if (!request.method().equals("GET")) {
            throw ApiException.methodNotAllowed(request.method());
        }
    }

    private static void requireOnly(SimulatedRequest request, Set<String> parameters) {
        for (String parameter : request.query().keySet()) {
            if (!parameters.contains(parameter)) {
                throw ApiException.unknownParameter(parameter);
            }
        }
    }
}
