package io.github.pg1c.live.lab;

import java.util.List;

/**
 * The result of a finished program.
 *
 * @param command the program and its arguments
 * @param status exit status
 * @param text standard output and standard error, in the order of writing
 * @since 0.1
 */
public record Output(List<String> command, int status, String text) {

    public Output {
        command = List.copyOf(command);
    }

    /** Whether the program ended with status 0. */
    public boolean succeeded() {
        return status == 0;
    }

    /**
     * The text of a program that had to succeed, without surrounding white space.
     *
     * @throws IllegalStateException when the program failed
     */
    public String orThrow() {
        if (!succeeded()) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + status + ":\n" + text);
        }
        return text.strip();
    }
}
