package io.github.pg1c.patroni.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A cluster of Patroni without Patroni: each member has a port of its own, answers as its release does, and changes the
 * cluster when it is asked to. A switchover moves the leader to a new timeline, PATCH changes the configuration, a
 * restart ends a pending one, and what Patroni refuses is refused in its words.
 *
 * <pre>{@code
 * try (PatroniSimulator cluster = PatroniSimulator.builder().release(PatroniRelease.PATRONI_4_0).start();
 *         PatroniClient client = PatroniClient.builder().endpoint(cluster.member("node1").uri()).build()) {
 *     cluster.member("node2").lag(64 << 20);
 *     cluster.next("POST /switchover", Reaction.drop().afterActing());
 *
 *     SwitchoverOutcome outcome = client.switchover(Switchover.from("node1"));
 *
 *     assertThat(outcome).isEqualTo(new SwitchoverOutcome.Completed("node3", Evidence.OBSERVATION));
 *     assertThat(cluster.leader()).contains("node3");
 * }
 * }</pre>
 *
 * <p>It answers at once: where Patroni follows a switchover for up to twenty seconds, the simulator has finished it.
 * Safe for use by several threads.
 *
 * @since 0.1
 */
public final class PatroniSimulator implements AutoCloseable {
    private final Object lock = new Object();
    private final ClusterSimulation cluster;
    private final MemberAnswers answers;
    private final Optional<String> authorization;
    private final SimulatedTls tls;
    private final Script script = new Script();
    private final List<SimulatedRequest> requests = new CopyOnWriteArrayList<>();
    private final List<HttpListener> listeners = new ArrayList<>();

    PatroniSimulator(
            PatroniRelease release,
            Set<String> names,
            ClusterSimulation cluster,
            SimulatedTls tls,
            Optional<String> authorization) {
        this.cluster = cluster;
        this.answers = new MemberAnswers(cluster);
        this.tls = tls;
        this.authorization = authorization;
        cluster.leader = names.iterator().next();
        synchronized (lock) {
            for (String name : names) {
                HttpListener listener = new HttpListener(name, tls, this::respond);
                listeners.add(listener);
                SimulatedMember member = new SimulatedMember(name, release, listener, lock);
                cluster.members.put(name, member);
                cluster.takeOver(member);
            }
        }
    }

    /** A builder for a sound cluster of three members. */
    public static PatroniSimulatorBuilder builder() {
        return new PatroniSimulatorBuilder();
    }

    /**
     * A member, to be changed or looked at.
     *
     * @throws IllegalArgumentException when there is none of this name
     */
    public SimulatedMember member(String name) {
        synchronized (lock) {
            return cluster.member(name);
        }
    }

    /** The addresses of all members, in the order of their names. */
    public List<URI> uris() {
        synchronized (lock) {
            return cluster.members.values().stream().map(SimulatedMember::uri).toList();
        }
    }

    /** The holder of the leader lock. */
    public Optional<String> leader() {
        synchronized (lock) {
            return Optional.ofNullable(cluster.leader);
        }
    }

    /** This member takes over: on a new timeline, as after the loss of the leader. */
    public void failOver(String to) {
        synchronized (lock) {
            cluster.promote(cluster.member(to));
        }
    }

    /** Nobody holds the leader lock. */
    public void loseLeader() {
        synchronized (lock) {
            cluster.leader = null;
        }
    }

    /** Does the switchover that is scheduled, as if its time had come; does nothing without one. */
    public void runScheduledSwitchover() {
        synchronized (lock) {
            ObjectNode scheduled = cluster.scheduledSwitchover;
            if (scheduled != null) {
                ObjectNode body = MemberAnswers.newObject()
                        .put("leader", scheduled.path("from").asText());
                body.set("candidate", scheduled.path("to"));
                cluster.scheduledSwitchover = null;
                new HandoverRequests(cluster)
                        .handOver(
                                "/switchover",
                                cluster.member(scheduled.path("from").asText()),
                                body.toString());
            }
        }
    }

    /** The dynamic configuration as JSON; empty before there is one. */
    public Optional<String> configuration() {
        synchronized (lock) {
            return Optional.ofNullable(cluster.configuration).map(ObjectNode::toString);
        }
    }

    /**
     * Replaces the dynamic configuration, for example by one with {@code synchronous_mode}, {@code failsafe_mode},
     * {@code pause} or {@code standby_cluster}, which the members follow at once; what {@link
     * SimulatedMember#configuration} has, as far as they can take it over.
     *
     * @throws IllegalArgumentException when it is not a JSON object
     */
    public PatroniSimulator configuration(String json) {
        synchronized (lock) {
            cluster.configuration = MemberAnswers.object(json)
                    .orElseThrow(() -> new IllegalArgumentException("not a JSON object: " + json));
            cluster.members.values().forEach(cluster::takeOver);
        }
        return this;
    }

    /**
     * The parameters of PostgreSQL whose change by a request waits for a restart of each member; by default
     * {@code shared_buffers} and those that a standby may not have lower than its primary.
     */
    public PatroniSimulator restartParameters(String... names) {
        synchronized (lock) {
            cluster.restartParameters = Set.of(names);
        }
        return this;
    }

    /** Removes the dynamic configuration, as before the first member has written it. */
    public PatroniSimulator withoutConfiguration() {
        synchronized (lock) {
            cluster.configuration = null;
        }
        return this;
    }

    /**
     * Any member reacts to the next requests of this kind, once each in this order, and then as usual. What a
     * {@link SimulatedMember} was told for itself comes first.
     *
     * @param what method and path, as {@code POST /switchover}
     */
    public PatroniSimulator next(String what, Reaction... reactions) {
        synchronized (lock) {
            script.next(what, reactions);
        }
        return this;
    }

    /**
     * Every member reacts to every request of this kind; {@link Reaction#usual} ends it.
     *
     * @param what method and path, as {@code GET /replica}
     */
    public PatroniSimulator always(String what, Reaction reaction) {
        synchronized (lock) {
            script.always(what, reaction);
        }
        return this;
    }

    /** All requests that came, in their order. */
    public List<SimulatedRequest> requests() {
        return List.copyOf(requests);
    }

    /** The requests that were to change something. */
    public List<SimulatedRequest> writes() {
        return requests.stream().filter(SimulatedRequest::isWrite).toList();
    }

    /** Ends all connections, also those that hang. */
    @Override
    public void close() {
        listeners.forEach(HttpListener::close);
    }

    private HttpListener.Reply respond(SimulatedRequest request) {
        requests.add(request);
        SimulatedMember member;
        Reaction reaction;
        synchronized (lock) {
            member = cluster.member(request.member());
            reaction = member.script
                    .reaction(request.what())
                    .or(() -> script.reaction(request.what()))
                    .orElseGet(Reaction::usual);
        }
        try {
            Thread.sleep(reaction.delay().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return HttpListener.Reply.NOTHING;
        }
        HttpAnswer usual = HttpAnswer.page(501);
        if (reaction.acts()) {
            synchronized (lock) {
                usual = perform(member, request);
            }
        }
        byte[] bytes = reaction.given(usual).bytes();
        return switch (reaction.end()) {
            case USUAL, GIVEN -> new HttpListener.Reply(bytes, false);
            case CUT -> new HttpListener.Reply(Arrays.copyOf(bytes, bytes.length - bytes.length / 3), false);
            case DROP -> HttpListener.Reply.NOTHING;
            case HANG -> HttpListener.Reply.HANGING;
        };
    }

    private HttpAnswer perform(SimulatedMember member, SimulatedRequest request) {
        String path = request.path().length() > 1 && request.path().endsWith("/")
                ? request.path().substring(0, request.path().length() - 1)
                : request.path();
        return switch (request.method()) {
            case "GET" -> read(member, path, request);
            // On other paths than health checks always 503.
            case "HEAD", "OPTIONS" ->
                new HealthRequests(cluster, answers).check(member, request).withoutBody();
            default -> refusal(request).orElseGet(() -> write(member, request.method() + " " + path, request.body()));
        };
    }

    private HttpAnswer read(SimulatedMember member, String path, SimulatedRequest request) {
        HealthRequests health = new HealthRequests(cluster, answers);
        return switch (path) {
            case "/cluster" ->
                HttpAnswer.json(200, answers.cluster(member.release).toString());
            case "/patroni" -> HttpAnswer.json(200, answers.status(member).toString());
            case "/history" -> HttpAnswer.json(200, cluster.history.toString());
            case "/config" -> new ConfigRequests(cluster).read();
            case "/failsafe" ->
                MemberAnswers.isTrue(cluster.setting("failsafe_mode"))
                        ? HttpAnswer.json(200, answers.failsafe().toString())
                        : HttpAnswer.page(502);
            case "/metrics" -> HttpAnswer.text(MetricsText.of(cluster, member));
            case "/liveness" -> health.liveness(member);
            case "/readiness" -> health.readiness(member, request);
            default -> health.check(member, request);
        };
    }

    private HttpAnswer write(SimulatedMember member, String what, String body) {
        MemberRequests requestsToMember = new MemberRequests(cluster);
        HandoverRequests handover = new HandoverRequests(cluster);
        ConfigRequests config = new ConfigRequests(cluster);
        return switch (what) {
            case "POST /switchover" -> handover.handOver("/switchover", member, body);
            case "POST /failover" -> handover.handOver("/failover", member, body);
            case "DELETE /switchover" -> handover.cancel();
            case "POST /restart" -> requestsToMember.restart(member, body);
            case "DELETE /restart" -> requestsToMember.cancelRestart(member);
            case "POST /reload" -> requestsToMember.reload(member);
            case "POST /reinitialize" -> requestsToMember.reinitialize(member);
            case "PATCH /config" -> config.patch(body);
            case "PUT /config" -> config.put(body);
            default -> HttpAnswer.page(501);
        };
    }

    /** Certificate first, then password; both only for requests that change something. */
    private Optional<HttpAnswer> refusal(SimulatedRequest request) {
        if (tls.client() != ClientCertificates.NOT_ASKED && !request.certificate()) {
            return Optional.of(HttpAnswer.words(403, "client certificate required"));
        }
        if (authorization.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> shown = request.header("Authorization");
        if (shown.equals(authorization)) {
            return Optional.empty();
        }
        return Optional.of(HttpAnswer.words(401, shown.isEmpty() ? "no auth header received" : "not authenticated")
                .withHeader("WWW-Authenticate: Basic realm=\"Patroni\""));
    }
}
