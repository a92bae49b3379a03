package io.github.pg1c.benchmarks.onec;

/** A run that does not count: a client was refused or aborted, or the server did not start or did not survive. */
public final class FailedRun extends Exception {
    private static final long serialVersionUID = 1L;

    public FailedRun(String message) {
        super(message);
    }

    FailedRun(String message, Throwable cause) {
        super(message, cause);
    }

    /** The message in one line, as a file of results holds it. */
    String line() {
        String text = String.valueOf(getMessage()).replaceAll("\\s+", " ");
        return text.substring(0, Math.min(300, text.length()));
    }
}
