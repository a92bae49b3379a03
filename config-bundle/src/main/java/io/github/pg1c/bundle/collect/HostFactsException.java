package io.github.pg1c.bundle.collect;

import io.github.pg1c.base.words.Text;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An answer of {@code collect.sh} that cannot be used: damaged, or written by a later version of pg1c.
 *
 * @since 0.1
 */
public class HostFactsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;
    private final boolean newer;

    HostFactsException(List<Fault> faults, boolean newer) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
        this.newer = newer;
    }

    /**
     * Something wrong with an answer.
     *
     * @param place as {@code files[/etc/hosts].mode}; empty for the whole answer
     * @param message what is wrong there
     */
    public record Fault(String place, Text message) {

        /** Place and message in English. */
        @Override
        public String toString() {
            return place.isEmpty() ? message.en() : place + ": " + message.en();
        }
    }

    /** Everything that is wrong, in the order of the answer; at least one. */
    public List<Fault> faults() {
        return faults;
    }

    /** Whether a later version of pg1c wrote the format. */
    public boolean newer() {
        return newer;
    }
}
