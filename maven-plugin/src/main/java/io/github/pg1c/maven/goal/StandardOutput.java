package io.github.pg1c.maven.goal;

import java.util.function.Consumer;

/**
 * What a goal was asked for goes to standard output without Maven's marks, so that {@code mvn -q} leaves nothing else
 * there.
 */
public enum StandardOutput implements Consumer<String> {
    INSTANCE;

    @Override
    @SuppressWarnings("SystemOut")
    public void accept(String text) {
        System.out.print(text);
        System.out.flush();
    }
}
