package io.github.pg1c.live;

import io.github.pg1c.model.yaml.SpecificationReader;
import io.github.pg1c.pki.store.RotationPhase;
import io.github.pg1c.secrets.ClusterPki;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/** One step in the replacement of an authority's key in a separate process, which can be killed. */
public final class RotationRun {

    private RotationRun() {}

    /** Arguments: the specification, the directory of all secrets, the authority and the phase. */
    public static void main(String[] arguments) throws IOException {
        ClusterPki.of(SpecificationReader.read(Path.of(arguments[0])).cluster().orElseThrow(), Path.of(arguments[1]))
                .rotate(arguments[2], RotationPhase.valueOf(arguments[3]), Clock.systemUTC(), new SecureRandom());
    }
}
