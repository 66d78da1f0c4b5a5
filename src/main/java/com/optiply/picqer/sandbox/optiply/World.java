package com.optiply.picqer.sandbox.optiply;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that requests read and change, and what the server itself adds: ids, uuids, the time. */
final class World {
    /** Far apart, so that an id of one resource used for another is never found by luck. */
    private static final long IDS_PER_RESOURCE = 100_000_000L;

    private final Clock clock;
    private final long seed;
    private final Map<Long, Account> accounts = new LinkedHashMap<>();
    private final Map<String, Long> lastIds = new HashMap<>();
    private SplittableRandom random;
    private OptiplySwitches switches = OptiplySwitches.defaults();

    World(Clock clock, long seed) {
        this.clock = clock;
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    Clock clock() {
        return clock;
    }

    OptiplySwitches switches() {
        return switches;
    }

    /** What was rendered before may look different now. */
    void switches(OptiplySwitches switches) {
        this.switches = switches;
        for (Account account : accounts.values()) {
            for (ResourceType type : Schema.all()) {
                account.table(type).rows().forEach(row -> row.rendered(null));
            }
        }
    }

    void add(Account account) {
        if (accounts.putIfAbsent(account.id(), account) != null) {
            throw new IllegalArgumentException("Account " + account.id() + " is there already.");
        }
        describe(account);
    }

    Optional<Account> account(long id) {
        return Optional.ofNullable(accounts.get(id));
    }

    List<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    void clear() {
        random = new SplittableRandom(seed);
        lastIds.clear();
        switches = OptiplySwitches.defaults();
        for (Account account : accounts.values()) {
            account.clear();
            describe(account);
        }
    }

    /** To the second, as the real server shows its own times. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    long nextId(ResourceType type) {
        long start = Schema.all().indexOf(type) * IDS_PER_RESOURCE;
        return lastIds.merge(type.name(), start + 1, (last, first) -> last + 1);
    }

    UUID nextUuid() {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & ~(0b11L << 62) | 0b10L << 62;
        return new UUID(high, low);
    }

    /** The account as a record of the resource {@code accounts}. */
    private void describe(Account account) {
        ResourceType type = Schema.type("accounts");
        @Nullable Object[] values = type.initialValues();
        values[type.slot("uuid")] = nextUuid();
        values[type.slot("accountId")] = account.id();
        values[type.slot("name")] = account.name();
        Arrays.asList("createdAt", "updatedAt").forEach(date -> values[type.slot(date)] = now());
        account.table(type).insert(new Row(account.id(), values));
    }
}
