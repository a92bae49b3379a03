package io.github.pg1c.maven.goal;

import io.github.pg1c.maven.speech.Console;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.shared.utils.logging.MessageBuilder;
import org.apache.maven.shared.utils.logging.MessageUtils;

/**
 * Maven's log, with colours according to {@code -Dstyle.color}. A warning belongs to the result of a goal: where {@code
 * mvn -q} silences the log, it goes to standard error, because standard output is for the answer.
 *
 * @param log Maven's log
 * @param quiet receives warnings that the log does not show
 */
record MavenConsole(Log log, Consumer<String> quiet) implements Console {

    @SuppressWarnings("SystemOut")
    MavenConsole(Log log) {
        this(log, System.err::println);
    }

    @Override
    public void say(Level level, String line) {
        switch (level) {
            case DETAIL -> log.debug(line);
            case RESULT -> log.info(line);
            case WARNING -> warn(line);
            case ERROR -> log.error(line);
        }
    }

    private void warn(String line) {
        if (log.isWarnEnabled()) {
            log.warn(line);
        } else {
            quiet.accept("[" + paint(Style.WARNING, "WARNING") + "] " + line);
        }
    }

    @Override
    public String paint(Style style, String text) {
        MessageBuilder builder = MessageUtils.buffer();
        return switch (style) {
            case STRONG -> builder.strong(text).build();
            case SUCCESS -> builder.success(text).build();
            case WARNING -> builder.warning(text).build();
            case FAILURE -> builder.failure(text).build();
        };
    }
}
