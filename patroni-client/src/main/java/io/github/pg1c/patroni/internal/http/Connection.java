package io.github.pg1c.patroni.internal.http;

import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.operation.Waiting;
import io.github.pg1c.patroni.protocol.PatroniException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The endpoints of a cluster, its scope if the caller knows it, and the means to reach them. */
public record Connection(
        List<HttpUrl> seeds,
        Optional<String> scope,
        Transport transport,
        Waiting waiting,
        Duration slack,
        AtomicBoolean handingOver) {
    /** The time after which the next endpoint is asked, too. */
    private static final Duration HEAD_START = Duration.ofMillis(500);

    public Connection {
        seeds = List.copyOf(seeds);
    }

    public Connection during(OpenCalls work) {
        return new Connection(seeds, scope, transport.during(work), waiting, slack, handingOver);
    }

    /** A deadline that begins now; it also ends when the client is closed. */
    public Deadline deadline(Duration patience) {
        return new Deadline(waiting, patience, transport::isClosed);
    }

    public Connection at(List<HttpUrl> others) {
        return new Connection(others, Optional.empty(), transport, waiting, slack, new AtomicBoolean());
    }

    public Connection reading(Duration read) {
        return new Connection(seeds, scope, transport.reading(read), waiting, slack, handingOver);
    }

    /**
     * The first sound answer of a seed. Seeds are asked in their order, the next one when one fails or does not answer.
     *
     * @throws PatroniException when none has a sound answer; it is the last one's, with those of the others as
     *     suppressed
     */
    public <T> T first(String path, Function<Answer, T> reader) {
        return first(seeds, path, reader);
    }

    public <T> T first(List<HttpUrl> endpoints, String path, Function<Answer, T> reader) {
        if (endpoints.size() == 1) {
            return reader.apply(transport.get(RestAddress.below(endpoints.get(0), path)));
        }
        OpenCalls race = new OpenCalls();
        Transport racing = transport.during(race);
        List<@Nullable PatroniException> failures = new ArrayList<>();
        List<CompletableFuture<Exchange>> started = new ArrayList<>();
        Set<CompletableFuture<Exchange>> judged = Collections.newSetFromMap(new IdentityHashMap<>());
        try {
            while (true) {
                for (int i = 0; i < started.size(); i++) {
                    CompletableFuture<Exchange> future = started.get(i);
                    if (future.isDone() && judged.add(future)) {
                        try {
                            return reader.apply(Transport.answer(future.join()));
                        } catch (PatroniException e) {
                            failures.set(i, e);
                        }
                    }
                }
                if (judged.size() == endpoints.size()) {
                    throw together(failures);
                }
                boolean more = started.size() < endpoints.size();
                if (more) {
                    started.add(racing.start(RestAddress.below(endpoints.get(started.size()), path)));
                    failures.add(null);
                }
                await(
                        started.stream()
                                .filter(future -> !judged.contains(future))
                                .toList(),
                        started.size() < endpoints.size());
            }
        } finally {
            race.cancel();
        }
    }

    /** The address of a member's REST API, if it publishes a valid one. */
    public static Optional<HttpUrl> api(Member member) {
        return member.apiUrl().filter(uri -> !member.publishesWildcard()).flatMap(uri -> {
            try {
                return Optional.of(RestAddress.parse(uri));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    private static void await(List<CompletableFuture<Exchange>> open, boolean hurry) {
        CompletableFuture<Object> any = CompletableFuture.anyOf(open.toArray(CompletableFuture<?>[]::new));
        try {
            if (hurry) {
                any.get(HEAD_START.toMillis(), TimeUnit.MILLISECONDS);
            } else {
                any.get();
            }
        } catch (TimeoutException e) {
            // Then the next one is asked, too.
            return;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private static PatroniException together(List<@Nullable PatroniException> failures) {
        PatroniException last = null;
        for (PatroniException failure : failures) {
            if (failure != null) {
                if (last != null) {
                    failure.addSuppressed(last);
                }
                last = failure;
            }
        }
        if (last == null) {
            throw new IllegalStateException("no endpoint");
        }
        return last;
    }
}
