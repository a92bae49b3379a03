package io.github.pg1c.bundle.install;

import io.github.pg1c.bundle.RenderedFile;
import io.github.pg1c.bundle.SecretFile;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import java.util.List;

/** Renders {@code install.sh} of a node. */
public final class Installer {

    private Installer() {}

    /** The script for the node. */
    public static String render(Cluster cluster, Node node, List<RenderedFile> files, List<SecretFile> secrets) {
        return "#!/bin/sh\n";
    }
}
