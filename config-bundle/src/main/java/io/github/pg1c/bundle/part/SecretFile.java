package io.github.pg1c.bundle.part;

import io.github.pg1c.model.value.NodeName;

/**
 * A secret file of a node as everybody may know it: where it stands and who may read it, never what is in it.
 *
 * @param node node it is for
 * @param path absolute path on the node
 * @param mode permissions as four octal digits
 * @param owner user that owns it
 * @param group group that owns it
 * @param impact what a change of it needs
 * @since 0.1
 */
public record SecretFile(NodeName node, String path, String mode, String owner, String group, Impact impact) {

    /** The systemd unit whose program reads it. */
    public String unit() {
        return path.split("/", -1)[2];
    }

    /** Path below the secrets directory of the cluster. */
    public String storePath() {
        return "nodes/" + node + "/rootfs" + path;
    }
}
