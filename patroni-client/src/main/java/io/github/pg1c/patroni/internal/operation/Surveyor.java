package io.github.pg1c.patroni.internal.operation;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.cluster.AddressProblem;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Member;
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
import io.github.pg1c.patroni.protocol.RawJson;
import java.util.ArrayList;
import java.util.Collection;
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
        ask(connection.seeds(), found, true);
        Map<String, Member> listed = new LinkedHashMap<>();
        found.values().forEach(seed -> list(seed.cluster, listed));
        ask(unasked(listed.values(), found), found, true);
        return Survey.of(views(found, listed));
    }

    /** Asks these members for their own status, beside a view of the cluster that is there already. */
    Survey survey(ClusterState cluster, List<Member> members) {
        Map<HttpUrl, Found> found = new LinkedHashMap<>();
        ask(unasked(members, found), found, false);
        Map<String, Member> listed = new LinkedHashMap<>();
        list(cluster, listed);
        List<MemberView> views = new ArrayList<>();
        for (MemberView view : views(found, listed)) {
            views.add(new MemberView(
                    view.endpoint(), view.name(), view.status(), Optional.of(cluster), view.explanation()));
        }
        return Survey.of(views);
    }

    private static void list(@Nullable ClusterState cluster, Map<String, Member> listed) {
        if (cluster != null) {
            cluster.members()
                    .forEach(member -> listed.merge(
                            member.name(),
                            member,
                            (old, same) -> Connection.api(same).isPresent() ? same : old));
        }
    }

    /** A member that did not answer just now is not asked again. */
    private static List<HttpUrl> unasked(Collection<Member> members, Map<HttpUrl, Found> found) {
        Set<HttpUrl> urls = new LinkedHashSet<>();
        members.forEach(member -> Connection.api(member).ifPresent(urls::add));
        urls.removeAll(found.keySet());
        return List.copyOf(urls);
    }

    private void ask(List<HttpUrl> endpoints, Map<HttpUrl, Found> found, boolean forCluster) {
        if (endpoints.isEmpty()) {
            return;
        }
        List<HttpUrl> urls = new ArrayList<>();
        endpoints.forEach(endpoint -> urls.add(RestAddress.below(endpoint, "patroni")));
        if (forCluster) {
            endpoints.forEach(endpoint -> urls.add(RestAddress.below(endpoint, "cluster")));
        }
        List<Exchange> replies = connection.transport().getAll(urls);
        for (int i = 0; i < endpoints.size(); i++) {
            Found member = new Found();
            if (forCluster) {
                try {
                    Answer answer = Transport.answer(replies.get(endpoints.size() + i));
                    member.cluster = ClusterReader.cluster(answer.uri(), answer.expect(200));
                } catch (PatroniException e) {
                    member.failure = e.explanation();
                }
            }
            try {
                Answer answer = Transport.answer(replies.get(i));
                member.status = StatusReader.status(answer.uri(), answer.expect(200, 503));
            } catch (PatroniException e) {
                member.failure = e.explanation();
            }
            found.put(endpoints.get(i), member);
        }
    }

    /**
     * One view for each listed member, whether it was asked or not, and one for each address at which none of them
     * answers. A seed with another address than the published one is the same member.
     */
    private List<MemberView> views(Map<HttpUrl, Found> found, Map<String, Member> listed) {
        Map<HttpUrl, List<String>> claims = new LinkedHashMap<>();
        listed.values()
                .forEach(member -> Connection.api(member)
                        .ifPresent(url -> claims.computeIfAbsent(url, address -> new ArrayList<>())
                                .add(member.name())));
        Optional<String> scope = scope(found.values());
        Map<String, MemberView> byName = new LinkedHashMap<>();
        List<MemberView> nameless = new ArrayList<>();
        found.forEach((url, answer) -> {
            MemberView view = view(url, answer, claims.getOrDefault(url, List.of()), scope);
            if (view.name().isEmpty()) {
                nameless.add(view);
            } else {
                byName.merge(
                        view.name().get(), view, (one, other) -> one.status().isPresent() ? one : other);
            }
        });
        listed.values()
                .forEach(member ->
                        byName.computeIfAbsent(member.name(), name -> unheard(member, found, listed.values())));
        // An address without an answer adds nothing once each member that publishes it has a view.
        nameless.removeIf(view -> view.status().isEmpty()
                && view.endpoint()
                        .filter(uri -> claims.keySet().stream()
                                .anyMatch(url -> url.uri().equals(uri)))
                        .isPresent());
        List<MemberView> views = new ArrayList<>(byName.values());
        views.sort(Comparator.comparing(MemberView::label));
        views.addAll(nameless);
        return views;
    }

    /** The view of the member at an address, by its own name, or by the list if only one member has this address. */
    private static MemberView view(HttpUrl url, Found answer, List<String> claimants, Optional<String> scope) {
        Optional<MemberStatus> status = Optional.ofNullable(answer.status);
        Optional<String> theirs = status.flatMap(own -> own.patroni().scope());
        boolean foreign = scope.isPresent() && theirs.isPresent() && !scope.equals(theirs);
        Optional<String> claimant = claimants.size() == 1 ? Optional.of(claimants.get(0)) : Optional.empty();
        Optional<String> name = status.flatMap(own -> own.patroni().name()).or(() -> claimant);
        return new MemberView(
                Optional.of(url.uri()),
                foreign ? Optional.empty() : name,
                status,
                Optional.ofNullable(answer.cluster),
                Optional.ofNullable(answer.failure));
    }

    /** The view of a listed member that did not answer under its name, with the reason. */
    private static MemberView unheard(Member member, Map<HttpUrl, Found> found, Collection<Member> listed) {
        Optional<HttpUrl> url = Connection.api(member);
        Optional<Found> answer = url.map(found::get);
        Optional<Text> published = new ClusterState(
                        Optional.empty(), List.copyOf(listed), false, Optional.empty(), RawJson.EMPTY)
                .addressProblem(member)
                .map(AddressProblem::explanation);
        Text why;
        if (url.isEmpty()) {
            why = published.orElse(Text.of(
                    "the address that it publishes is not that of a REST API",
                    "то, что он публикует, — не адрес REST API"));
        } else if (answer.isPresent() && answer.get().status != null) {
            why = published.orElse(elsewhere(url.get(), answer.get().status.patroni()));
        } else {
            why = answer.map(silent -> silent.failure).orElse(Text.of("it was not asked", "его не спрашивали"));
        }
        return new MemberView(
                url.map(HttpUrl::uri).or(member::apiUrl),
                Optional.of(member.name()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(why));
    }

    private static Text elsewhere(HttpUrl url, MemberStatus.Software who) {
        String name = who.name().orElse("?");
        String scope = who.scope().orElse("?");
        return Text.of(
                name + " of the cluster " + scope + " answers at its address " + url,
                "по его адресу " + url + " отвечает " + name + " из кластера " + scope);
    }

    /** The scope of the cluster: the caller's, or that of the first answer. */
    private Optional<String> scope(Collection<Found> found) {
        return connection
                .scope()
                .or(() -> found.stream()
                        .flatMap(answer -> Optional.ofNullable(answer.status).stream())
                        .flatMap(own -> own.patroni().scope().stream())
                        .findFirst());
    }

    private static final class Found {
        private @Nullable MemberStatus status;
        private @Nullable ClusterState cluster;
        private @Nullable Text failure;
    }
}
