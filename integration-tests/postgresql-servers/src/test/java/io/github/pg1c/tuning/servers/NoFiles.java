package io.github.pg1c.tuning.servers;

import io.github.pg1c.tuning.text.ConfFiles;
import java.util.List;
import java.util.Optional;

/** A place without a file. */
final class NoFiles implements ConfFiles {

    @Override
    public String resolve(String file, String path) {
        return path;
    }

    @Override
    public Optional<String> text(String path) {
        return Optional.empty();
    }

    @Override
    public Optional<List<String>> names(String path) {
        return Optional.empty();
    }
}
