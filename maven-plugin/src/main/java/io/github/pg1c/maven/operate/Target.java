package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.patroni.PatroniClient;
import java.util.Optional;

/**
 * A cluster that a goal is connected to.
 *
 * @param name what the user calls it
 * @param language what to speak about it
 * @param patroni the connection, to be closed by whoever has opened the target
 * @param specification how it is described, where it is
 */
public record Target(String name, Language language, PatroniClient patroni, Optional<Cluster> specification)
        implements AutoCloseable {

    @Override
    public void close() {
        patroni.close();
    }
}
