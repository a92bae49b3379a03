package io.github.pg1c.patroni.internal.operation;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.MemberStatus;
import io.github.pg1c.patroni.cluster.MemberView;
import io.github.pg1c.patroni.cluster.Survey;
import io.github.pg1c.patroni.internal.http.Answer;
import io.github.pg1c.patroni.internal.http.Connection;
import io.github.pg1c.patroni.internal.http.Exchange;
import io.github.pg1c.patroni.internal.http.RestAddress;
import io.github.pg1c.patroni.internal.http.Transport;
import io.github.pg1c.patroni.internal.reader.ClusterReader;
import io.github.pg1c.patroni.internal.reader.StatusReader;
import io.github.pg1c.patroni.protocol.PatroniException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Asks the seeds for the members, and then all members, at the same time. */
public final class Surveyor {
    private final Connection connection;

    Surveyor(Connection connection) {
        this.connection = connection;
    }

    Survey survey() {
        Map<HttpUrl, Found> found = new LinkedHashMap<>();
        ask(connection.seeds(), found);
        Map<HttpUrl, String> names = new LinkedHashMap<>();
        for (Found seed : found.values()) {
            if (seed.cluster != null) {
                seed.cluster
                        .members()
                        .forEach(member -> Connection.api(member).ifPresent(url -> names.put(url, member.name())));
            }
        }
        Set<HttpUrl> others = new LinkedHashSet<>(names.keySet());
        // A member that did not answer just now is not asked again.
        others.removeAll(found.keySet());
        ask(new ArrayList<>(others), found);
        List<MemberView> views = views(found, names);
        return Survey.of(views);
    }

    private void ask(List<HttpUrl> endpoints, Map<HttpUrl, Found> found) {
        if (endpoints.isEmpty()) {
            return;
        }
        List<HttpUrl> urls = new ArrayList<>();
        for (HttpUrl endpoint : endpoints) {
            urls.add(RestAddress.below(endpoint, "patroni"));
            urls.add(RestAddress.below(endpoint, "cluster"));
        }
        List<Exchange> replies = connection.transport().getAll(urls);
        for (int i = 0; i < endpoints.size(); i++) {
            Found member = new Found();
            try {
                Answer answer = Transport.answer(replies.get(2 * i + 1));
                member.cluster = ClusterReader.cluster(answer.uri(), answer.expect(200));
            } catch (PatroniException e) {
                member.failure = e.explanation();
            }
            try {
                Answer answer = Transport.answer(replies.get(2 * i));
                member.status = StatusReader.status(answer.uri(), answer.expect(200, 503));
            } catch (PatroniException e) {
                member.failure = e.explanation();
            }
            found.put(endpoints.get(i), member);
        }
    }

    /** The views of all members. A seed with another address than the published one is the same member. */
    private static List<MemberView> views(Map<HttpUrl, Found> found, Map<HttpUrl, String> names) {
        Map<String, MemberView> byName = new LinkedHashMap<>();
        List<MemberView> nameless = new ArrayList<>();
        found.forEach((url, member) -> {
            Optional<MemberStatus> status = Optional.ofNullable(member.status);
            Optional<String> name =
                    status.flatMap(m -> m.patroni().name()).or(() -> Optional.ofNullable(names.get(url)));
            MemberView view = new MemberView(
                    url.uri(), name, status, Optional.ofNullable(member.cluster), Optional.ofNullable(member.failure));
            if (name.isEmpty()) {
                nameless.add(view);
            } else {
                byName.merge(name.get(), view, (one, other) -> one.status().isPresent() ? one : other);
            }
        });
        // Without any view there is no list of members, and before 3.2 a seed does not tell its name.
        List<MemberView> views = new ArrayList<>(byName.values());
        views.sort(Comparator.comparing(MemberView::label));
        views.addAll(nameless);
        return views;
    }

    private static final class Found {
        private @Nullable MemberStatus status;
        private @Nullable ClusterState cluster;
        private @Nullable Text failure;
    }
}
