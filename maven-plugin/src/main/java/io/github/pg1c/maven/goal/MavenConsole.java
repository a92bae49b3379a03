package io.github.pg1c.maven.goal;

import io.github.pg1c.maven.speech.Console;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.shared.utils.logging.MessageBuilder;
import org.apache.maven.shared.utils.logging.MessageUtils;

/** Maven's log, with colours according to {@code -Dstyle.color}. */
record MavenConsole(Log log) implements Console {

    @Override
    public void say(Level level, String line) {
        switch (level) {
            case DETAIL -> log.debug(line);
            case RESULT -> log.info(line);
            case WARNING -> log.warn(line);
            case ERROR -> log.error(line);
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
