package io.github.pg1c.live.lab;

import java.time.Duration;
import java.util.UUID;

/**
 * The journal of a test host.
 *
 * @param host the host
 * @since 0.1
 */
public record Journal(Host host) {

    private static final String CURSOR = "-- cursor: ";
    private static final Duration WRITTEN = Duration.ofSeconds(10);

    /**
     * A place in the journal of a host, from which a search begins.
     *
     * @param host the host of the journal
     * @param cursor journald's cursor of an entry of its own: with {@code --after-cursor} and {@code --unit}, systemd 252
     *     leaves out the unit's first entry
     */
    public record Mark(Host host, String cursor) {

        /** The lines that a unit has written since. */
        public String since(String unit) {
            return host.run("journalctl", "--quiet", "--output=cat", "--cursor=" + cursor, "--unit=" + unit)
                    .orThrow();
        }

        /** Waits until a unit has written the words. */
        public void awaitWords(Duration within, String unit, String words) {
            Eventually.holds(within, () -> {
                String written = since(unit);
                if (!written.contains(words)) {
                    throw new IllegalStateException(unit + " on " + host + " has not written '" + words + "'");
                }
            });
        }
    }

    /** The end of the journal so far. */
    public Mark mark() {
        String word = "mark-" + UUID.randomUUID();
        host.run("systemd-cat", "--identifier=" + word, "echo", word).orThrow();
        return Eventually.value(WRITTEN, () -> {
            String shown = host.run("journalctl", "--quiet", "--output=cat", "--identifier=" + word, "--show-cursor")
                    .orThrow();
            int cursor = shown.lastIndexOf(CURSOR);
            if (cursor < 0) {
                throw new IllegalStateException("the journal of " + host + " has no entry " + word);
            }
            return new Mark(host, shown.substring(cursor + CURSOR.length()).strip());
        });
    }
}
