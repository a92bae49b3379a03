package io.github.pg1c.patroni.testkit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a simulated member does with a request instead of answering it as Patroni does.
 *
 * <p>A reaction other than {@link #usual} and {@link #slow} does not do what was asked, unless {@link #afterActing}
 * says so: a switchover whose answer is lost is {@code Reaction.drop().afterActing()}.
 *
 * @since 0.1
 */
public final class Reaction {

    enum End {
        USUAL,
        GIVEN,
        DROP,
        CUT,
        HANG
    }

    private final End end;
    private final @Nullable HttpAnswer given;
    private final Duration delay;
    private final boolean acts;

    private Reaction(End end, @Nullable HttpAnswer given, Duration delay, boolean acts) {
        this.end = end;
        this.given = given;
        this.delay = delay;
        this.acts = acts;
    }

    /** As Patroni does. */
    public static Reaction usual() {
        return new Reaction(End.USUAL, null, Duration.ZERO, true);
    }

    /** As Patroni does, after this time. */
    public static Reaction slow(Duration delay) {
        return new Reaction(End.USUAL, null, delay, true);
    }

    /** Answers with a status and words, as Patroni does after a request that changes something. */
    public static Reaction answer(int status, String words) {
        return new Reaction(End.GIVEN, HttpAnswer.words(status, words), Duration.ZERO, false);
    }

    /** Answers with a status and an error page in HTML, as Python's HTTP server does, and proxies do. */
    public static Reaction page(int status) {
        return new Reaction(End.GIVEN, HttpAnswer.page(status), Duration.ZERO, false);
    }

    /** Answers with a status and JSON. */
    public static Reaction json(int status, String json) {
        return new Reaction(End.GIVEN, HttpAnswer.json(status, json), Duration.ZERO, false);
    }

    /** Closes the connection without a byte, as Patroni does when the DCS is away. */
    public static Reaction drop() {
        return new Reaction(End.DROP, null, Duration.ZERO, false);
    }

    /** Breaks the usual answer off in its middle. */
    public static Reaction cut() {
        return new Reaction(End.CUT, null, Duration.ZERO, true);
    }

    /** Never answers; the connection stays open until the simulator is closed. */
    public static Reaction hang() {
        return new Reaction(End.HANG, null, Duration.ZERO, false);
    }

    /** The same, having done first what was asked. */
    public Reaction afterActing() {
        return new Reaction(end, given, delay, true);
    }

    End end() {
        return end;
    }

    boolean acts() {
        return acts;
    }

    Duration delay() {
        return delay;
    }

    HttpAnswer given(HttpAnswer usual) {
        return given == null ? usual : given;
    }

    @Override
    public String toString() {
        return "Reaction[" + end + (acts ? ", acts" : "") + "]";
    }
}
