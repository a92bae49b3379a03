package io.github.pg1c.maven.goal;

import java.util.function.Consumer;

/** Standard output for the answer of a goal, without Maven's marks; with {@code mvn -q} it has nothing else. */
public enum StandardOutput implements Consumer<String> {
    INSTANCE;

    @Override
    @SuppressWarnings("SystemOut")
    public void accept(String text) {
        System.out.print(text);
        System.out.flush();
    }
}
