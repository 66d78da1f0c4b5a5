package com.optiply.picqer.picqer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A list that changes at random between two pages: what is in it from the first page to the last is read, and the walk
 * ends. A seed that ever failed belongs into {@code list-walk.txt}, and is walked for ever.
 */
class ListWalkSeedsTest {
    private static final Path SEEDS = Path.of("src/test/resources/golden/seeds/list-walk.txt");
    private static final int RANDOM_SEEDS = 300;
    private static final int ROWS_MAX = 1_500;
    private static final int PAGES_MAX = 1_000;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource({"knownSeeds", "newSeeds"})
    void readsEveryRowThatStaysThroughout(long seed) {
        RandomGenerator random = new Random(seed);
        MovingList list = new MovingList(random.nextInt(ROWS_MAX));
        Set<String> stayed = new LinkedHashSet<>(list.all());
        Set<String> read = new LinkedHashSet<>();
        ListWalk walk = ListWalk.overlapping();

        for (int page = 0; !walk.ended(); page++) {
            assertThat(page).as("pages read, seed %d", seed).isLessThan(PAGES_MAX);
            List<String> rows = list.page(walk.offset());
            if (walk.take(rows)) {
                read.addAll(rows);
            }
            move(list, random);
            stayed.retainAll(Set.copyOf(list.all()));
        }

        stayed.removeAll(read);
        assertThat(stayed).as("rows that were passed over, seed %d", seed).isEmpty();
    }

    /** Mostly nothing, often a row or two, now and then very many. */
    private static void move(MovingList list, RandomGenerator random) {
        switch (random.nextInt(10)) {
            case 0 -> list.insert(random.nextInt(3));
            case 1, 2 -> remove(list, random.nextInt(4), random);
            case 3 -> {
                list.insert(random.nextInt(90));
                remove(list, random.nextInt(120), random);
            }
            default -> {}
        }
    }

    private static void remove(MovingList list, int rows, RandomGenerator random) {
        for (int row = 0; row < rows && list.size() > 0; row++) {
            list.remove(random.nextInt(list.size()));
        }
    }

    static List<Long> knownSeeds() throws IOException {
        return Files.readAllLines(SEEDS).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Long::valueOf)
                .toList();
    }

    static LongStream newSeeds() {
        return new Random().longs(RANDOM_SEEDS);
    }
}
