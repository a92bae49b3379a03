package io.github.pg1c.patroni.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A member of a {@link PatroniSimulator}. What a test sets here is what the member says about itself and what the
 * cluster says about it; methods that set something return the member.
 *
 * @since 0.1
 */
public final class SimulatedMember {
    private static final Instant FIRST_START = Instant.parse("2026-11-20T09:40:23.004309Z");

    final Script script = new Script();
    final Map<String, Object> tags = new TreeMap<>();
    final ObjectNode pendingReasons = MemberAnswers.newObject();

    /** Values by field; empty for a field that is left out. */
    final Map<String, Optional<Object>> listed = new TreeMap<>();

    final Map<String, Optional<Object>> said = new TreeMap<>();

    private final String name;
    private final HttpListener listener;
    private final Object lock;

    PatroniRelease release;
    int timeline = 1;
    OptionalLong lag = OptionalLong.of(0);
    String state = "running";
    boolean streaming = true;
    boolean pendingRestart;
    boolean watchdogFailed;
    boolean dcsLost;
    boolean failsafe;
    Duration silence = Duration.ZERO;
    int starts = 1;
    int reloads;
    int copies;

    ObjectNode working = MemberAnswers.newObject();

    @Nullable
    ObjectNode scheduledRestart;

    SimulatedMember(String name, PatroniRelease release, HttpListener listener, Object lock) {
        this.name = name;
        this.release = release;
        this.listener = listener;
        this.lock = lock;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** The address of its REST API, as {@code http://127.0.0.1:40123}. It keeps it while it is {@link #away}. */
    public URI uri() {
        return listener.uri();
    }

    /** The release that answers, for a cluster in the middle of an upgrade. */
    public SimulatedMember release(PatroniRelease other) {
        return set(() -> release = other);
    }

    /** What its PostgreSQL does, in Patroni's words, as {@code starting}; {@code running} for a sound member. */
    public SimulatedMember state(String words) {
        return set(() -> state = words);
    }

    /** Whether it streams while it is a standby; otherwise it reads WAL from the archive. */
    public SimulatedMember streams(boolean yes) {
        return set(() -> streaming = yes);
    }

    /** The timeline that it is on. */
    public SimulatedMember timeline(int number) {
        return set(() -> timeline = number);
    }

    /** How many bytes it is behind while it is a standby. */
    public SimulatedMember lag(long bytes) {
        return set(() -> lag = OptionalLong.of(bytes));
    }

    /** Patroni does not know how far it is behind. */
    public SimulatedMember lagUnknown() {
        return set(() -> lag = OptionalLong.empty());
    }

    /**
     * One of its tags.
     *
     * @param value a text, a number or a boolean
     */
    public SimulatedMember tag(String tag, Object value) {
        return set(() -> tags.put(tag, value));
    }

    /** A parameter whose new value waits for a restart; Patroni before 3.3 tells that there is one, and not which. */
    public SimulatedMember pendingRestart(String parameter, String oldValue, String newValue) {
        return set(() -> {
            pendingRestart = true;
            pendingReasons.putObject(parameter).put("old_value", oldValue).put("new_value", newValue);
        });
    }

    /**
     * Publishes this address of the REST API, for example that of another member, a wildcard, or one without a host.
     * The member still answers at {@link #uri}.
     */
    public SimulatedMember publishes(String address) {
        return listed("api_url", address);
    }

    /** Publishes no address of the REST API. */
    public SimulatedMember publishesNoAddress() {
        return listed("api_url", null);
    }

    /**
     * Sets a value in the member's entry of {@code GET /cluster} that contradicts its state.
     *
     * @param field a field of the entry, such as {@code role}, {@code state} or {@code timeline}
     * @param value the value; null to leave the field out
     */
    public SimulatedMember listed(String field, @Nullable Object value) {
        return set(() -> listed.put(field, Optional.ofNullable(value)));
    }

    /**
     * Sets a value in the member's own answer that contradicts its state.
     *
     * @param field a field of the status, such as {@code role}, {@code state} or {@code timeline}, or of the part
     *     {@code patroni}: {@code name}, {@code scope} or {@code version}
     * @param value the value; null to leave the field out
     */
    public SimulatedMember says(String field, @Nullable Object value) {
        return set(() -> said.put(field, Optional.ofNullable(value)));
    }

    /** Its watchdog could not be activated. */
    public SimulatedMember watchdogFailed() {
        return set(() -> watchdogFailed = true);
    }

    /** It lost the DCS this long ago: what it says of the cluster is that old. */
    public SimulatedMember dcsLost(Duration ago) {
        return set(() -> {
            dcsLost = true;
            silence = ago;
        });
    }

    /** As the leader, it goes on without the DCS because all members agree. */
    public SimulatedMember failsafe() {
        return set(() -> failsafe = true);
    }

    /**
     * Its REST API refuses connections. The cluster still lists the member, as it does until its time to live is over.
     */
    public SimulatedMember away() {
        listener.refuse();
        return this;
    }

    /** Its REST API accepts connections again. */
    public SimulatedMember back() {
        listener.listen();
        return this;
    }

    /** Reacts to the next requests of this kind, once each in this order, and then as usual. */
    public SimulatedMember next(String what, Reaction... reactions) {
        return set(() -> script.next(what, reactions));
    }

    /** Reacts to every request of this kind. */
    public SimulatedMember always(String what, Reaction reaction) {
        return set(() -> script.always(what, reaction));
    }

    /** How often PostgreSQL was restarted. */
    public int restarts() {
        synchronized (lock) {
            return starts - 1;
        }
    }

    /** How often it was told to read its configuration file again. */
    public int reloads() {
        synchronized (lock) {
            return reloads;
        }
    }

    /** How often it was told to copy its data again. */
    public int reinitializations() {
        synchronized (lock) {
            return copies;
        }
    }

    /**
     * The configuration that it works with, as JSON: the last shared one that its release could take over, with the
     * times that it has adjusted and without the parameters for which it takes its defaults. The switches of the
     * cluster ({@code pause}, {@code synchronous_mode}, {@code failsafe_mode}) count from the shared one all the same.
     */
    public String configuration() {
        synchronized (lock) {
            return working.toString();
        }
    }

    boolean isRunning() {
        return state.equals("running");
    }

    Instant started() {
        // No two servers start in the same microsecond.
        return FIRST_START
                .plus(Duration.ofMinutes(starts - 1L))
                .plus(Math.abs(name.hashCode() % 900_000L), ChronoUnit.MICROS);
    }

    void restarted() {
        starts++;
        state = "running";
        pendingRestart = false;
        pendingReasons.removeAll();
    }

    private SimulatedMember set(Runnable change) {
        synchronized (lock) {
            change.run();
        }
        return this;
    }

    @Override
    public String toString() {
        return "SimulatedMember[" + name + " at " + uri() + "]";
    }
}
