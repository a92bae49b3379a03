package io.github.pg1c.patroni.internal.operation;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.MemberDisagreement.OwnAnswerDiffers;
import io.github.pg1c.patroni.cluster.MemberStatus;
import io.github.pg1c.patroni.internal.http.Answer;
import io.github.pg1c.patroni.internal.http.Connection;
import io.github.pg1c.patroni.internal.http.Exchange;
import io.github.pg1c.patroni.internal.http.NoAnswer;
import io.github.pg1c.patroni.internal.http.RestAddress;
import io.github.pg1c.patroni.internal.http.Transport;
import io.github.pg1c.patroni.internal.http.Withheld;
import io.github.pg1c.patroni.internal.reader.ClusterReader;
import io.github.pg1c.patroni.internal.reader.StatusReader;
import io.github.pg1c.patroni.operation.Delivery;
import io.github.pg1c.patroni.operation.NoResponse;
import io.github.pg1c.patroni.operation.RefusalReason;
import io.github.pg1c.patroni.operation.Refused;
import io.github.pg1c.patroni.protocol.PatroniException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Checks that the intended member answers at an address before a request that changes something is sent. */
final class Recipients {
    private final Connection connection;

    Recipients(Connection connection) {
        this.connection = connection;
    }

    /**
     * A request, its address, and the member that answers there; no member when it was not sent.
     *
     * @param member the member's own status
     */
    record Sent(Exchange reply, HttpUrl to, Optional<MemberStatus> member) {}

    /**
     * Sends a request that any member of the cluster can handle. The next address is tried only if certainly nothing
     * was sent.
     */
    Sent sendToAny(
            String method,
            String path,
            List<HttpUrl> targets,
            @Nullable String body,
            Duration wait,
            Optional<String> seenScope) {
        Optional<String> meant = connection.scope().or(() -> seenScope);
        Sent sent = null;
        for (HttpUrl target : targets) {
            Exchange seen = look(target);
            MemberStatus member = null;
            Exchange reply = seen;
            if (seen instanceof Answer answer) {
                member = StatusReader.status(answer.uri(), answer.body());
                if (meant.isEmpty()) {
                    // The first endpoint that answers decides which cluster is meant; other addresses do not.
                    meant = connection.seeds().contains(target)
                            ? member.patroni().scope()
                            : scope(meant);
                }
                Refused foreign = foreign(target, member, meant);
                reply = foreign != null
                        ? new Withheld(foreign)
                        : connection.transport().send(method, RestAddress.below(target, path), body, wait);
            }
            sent = new Sent(reply, target, Optional.ofNullable(member));
            boolean unsent = reply instanceof Withheld
                    || (reply instanceof NoAnswer none
                            && none.delivery() == Delivery.NOT_SENT
                            && !none.certificateWanted());
            if (!unsent) {
                return sent;
            }
        }
        if (sent == null) {
            throw new IllegalStateException("no endpoint");
        }
        return sent;
    }

    /** Checks the address of the one member that a request is for. */
    Recipient at(URI member) {
        HttpUrl url;
        try {
            url = RestAddress.parse(member);
        } catch (IllegalArgumentException e) {
            return new Recipient.Wrong(new Refused(
                    RefusalReason.ADDRESS_UNUSABLE,
                    Text.of("it is not the address of a REST API: " + member, "это не адрес REST API: " + member)));
        }
        ClusterState cluster;
        try {
            Set<HttpUrl> seers = new LinkedHashSet<>(connection.seeds());
            seers.add(url);
            cluster = connection.first(
                    List.copyOf(seers), "cluster", answer -> ClusterReader.cluster(answer.uri(), answer.expect(200)));
        } catch (PatroniException e) {
            return silent(Text.of("the cluster cannot be seen", "кластера не видно"), e.explanation());
        }
        List<Member> listed = cluster.at(member);
        if (listed.size() > 1) {
            return new Recipient.Wrong(shared(listed));
        }
        Exchange reply = connection.transport().ask(RestAddress.below(url, "patroni"));
        if (reply instanceof NoAnswer none && none.certificateWanted()) {
            return new Recipient.Wrong(new Refused(RefusalReason.CLIENT_CERTIFICATE_REQUIRED, none.reason()));
        }
        try {
            return judged(cluster, listed.stream().findFirst(), url, status(reply));
        } catch (PatroniException e) {
            return silent(Text.of("the member cannot be seen", "узла не видно"), e.explanation());
        }
    }

    private Recipient judged(ClusterState cluster, Optional<Member> listed, HttpUrl url, MemberStatus own) {
        Refused foreign = foreign(url, own, scope(cluster.scope()));
        if (foreign != null) {
            return new Recipient.Wrong(foreign);
        }
        if (listed.isEmpty()) {
            // Nobody publishes this address, so the request is for the member that answers there.
            return new Recipient.Meant(own, true);
        }
        String told = own.patroni().name().orElse("");
        if (!told.isEmpty()) {
            String meant = listed.get().name();
            return told.equals(meant)
                    ? new Recipient.Meant(own, true)
                    : new Recipient.Wrong(new Refused(
                            RefusalReason.OTHER_MEMBER,
                            Text.of(
                                    told + " answers at the address of " + meant,
                                    "по адресу узла " + meant + " отвечает " + told)));
        }
        Member meant = listed.get();
        Optional<Text> otherRole = cluster.contradictions(meant, own).stream()
                .filter(found ->
                        found instanceof OwnAnswerDiffers differs && differs.fact() == OwnAnswerDiffers.Fact.ROLE)
                .map(found -> found.sentence())
                .findFirst();
        if (otherRole.isPresent()) {
            return new Recipient.Wrong(new Refused(RefusalReason.OTHER_MEMBER, otherRole.get()));
        }
        return sameServer(cluster, meant, own)
                .<Recipient>map(other -> new Recipient.Wrong(shared(List.of(meant, other))))
                .orElseGet(() -> new Recipient.Meant(own, false));
    }

    /** Another member with the same PostgreSQL at its address, identified by the microsecond of its start. */
    private Optional<Member> sameServer(ClusterState cluster, Member meant, MemberStatus own) {
        List<Member> others = cluster.members().stream()
                .filter(member -> !member.name().equals(meant.name()))
                .filter(member -> Connection.api(member).isPresent())
                .toList();
        List<HttpUrl> urls = new ArrayList<>();
        others.forEach(member -> Connection.api(member).ifPresent(url -> urls.add(RestAddress.below(url, "patroni"))));
        List<Exchange> replies = connection.transport().getAll(urls);
        for (int i = 0; i < others.size(); i++) {
            try {
                if (isSame(own, status(replies.get(i)))) {
                    return Optional.of(others.get(i));
                }
            } catch (PatroniException e) {
                // A member that does not answer here is not the one that answered before.
                continue;
            }
        }
        return Optional.empty();
    }

    /** The status of the member at this address, or the reason not to send a request there. */
    private Exchange look(HttpUrl target) {
        HttpUrl url = RestAddress.below(target, "patroni");
        Exchange reply = connection.transport().ask(url);
        if (reply instanceof NoAnswer none) {
            return none.beforeSending();
        }
        try {
            status(reply);
            return reply;
        } catch (PatroniException e) {
            return new NoAnswer(
                    RestAddress.uri(url),
                    e.explanation(),
                    Delivery.NOT_SENT,
                    false,
                    new IOException(e.getMessage(), e));
        }
    }

    /** True for two answers of one member: the same name, or the same microsecond of PostgreSQL's start. */
    static boolean isSame(MemberStatus one, MemberStatus other) {
        if (one.patroni().name().isPresent() && other.patroni().name().isPresent()) {
            return one.patroni().name().equals(other.patroni().name());
        }
        return one.postmasterStart().isPresent()
                && one.postmasterStart().equals(other.postmasterStart())
                && one.systemIdentifier().equals(other.systemIdentifier());
    }

    private static @Nullable Refused foreign(HttpUrl url, MemberStatus own, Optional<String> scope) {
        Optional<String> theirs = own.patroni().scope();
        return scope.isEmpty() || theirs.isEmpty() || scope.equals(theirs)
                ? null
                : new Refused(
                        RefusalReason.OTHER_CLUSTER,
                        Text.of(
                                "a member of the cluster " + theirs.get() + ", not of " + scope.get() + ", answers at "
                                        + url,
                                "по адресу " + url + " отвечает узел кластера " + theirs.get() + ", а не "
                                        + scope.get()));
    }

    /** The caller's scope, or that of the cluster; before Patroni 3.2 only members tell it. */
    private Optional<String> scope(Optional<String> seen) {
        return connection.scope().or(() -> seen).or(() -> {
            try {
                return connection
                        .first("patroni", answer -> StatusReader.status(answer.uri(), answer.expect(200, 503)))
                        .patroni()
                        .scope();
            } catch (PatroniException e) {
                return Optional.empty();
            }
        });
    }

    private static MemberStatus status(Exchange reply) {
        Answer answer = Transport.answer(reply);
        return StatusReader.status(answer.uri(), answer.expect(200, 503));
    }

    /** The refusal of a request to one of these members, which publish one address. */
    static Refused shared(List<Member> members) {
        String names = members.stream().map(Member::name).sorted().collect(Collectors.joining(", "));
        return new Refused(
                RefusalReason.ADDRESS_SHARED,
                Text.of(
                        "several members publish one address of a REST API: " + names,
                        "несколько узлов публикуют один адрес REST API: " + names));
    }

    private static Recipient silent(Text what, Text why) {
        return new Recipient.Silent(new NoResponse(
                Text.of(
                        "not sent, because " + what.en() + ": " + why.en(),
                        "не отправлено, так как " + what.ru() + ": " + why.ru()),
                Delivery.NOT_SENT,
                Optional.empty()));
    }
}
