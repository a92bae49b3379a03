package io.github.pg1c.tuning;

import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.PgMajor;
import io.github.pg1c.tuning.input.DiskClass;
import io.github.pg1c.tuning.input.TuningInput;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many different nodes, the same in every run. */
public final class RandomInputs {

    /** Mutation testing runs each test many times and is content with fewer. */
    private static final int COUNT = Integer.getInteger("pg1c.inputs", 500);

    private RandomInputs() {}

    static Stream<TuningInput> some() {
        SplittableRandom random = new SplittableRandom(20261120);
        return IntStream.range(0, COUNT).mapToObj(i -> one(random));
    }

    /** Checks each of them; a failure names the input. */
    public static void each(Consumer<TuningInput> check) {
        some().forEach(input -> {
            try {
                check.accept(input);
            } catch (AssertionError e) {
                throw new AssertionError(input + "\n" + e.getMessage(), e);
            }
        });
    }

    private static TuningInput one(SplittableRandom random) {
        MemorySize memory = MemorySize.ofMegabytes(512L + random.nextLong(1L << random.nextInt(10, 21)));
        return TuningInput.builder(
                        memory,
                        1 + random.nextInt(1 << random.nextInt(1, 8)),
                        1 + random.nextInt(1 << random.nextInt(1, 12)))
                .disk(pick(DiskClass.values(), random))
                .databaseSize(MemorySize.ofGigabytes(random.nextInt(2000)))
                .major(new PgMajor(random.nextInt(14, 19)))
                .distribution(pick(Distribution.values(), random))
                .standbys(random.nextInt(8))
                .synchronous(random.nextBoolean())
                .databaseCopies(random.nextBoolean())
                .sharedWith1cServer(random.nextBoolean())
                .walDisk(MemorySize.ofMegabytes(random.nextInt(512, 1 << 20)))
                .build();
    }

    private static <T> T pick(T[] values, SplittableRandom random) {
        return values[random.nextInt(values.length)];
    }
}
