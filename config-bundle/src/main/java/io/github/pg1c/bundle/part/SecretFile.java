package io.github.pg1c.bundle.part;

import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.model.value.NodeName;

/**
 * A secret file of a node as everybody may know it: where it stands, who may read it and what it is made of, never the
 * secret.
 *
 * @param node node it is for
 * @param path absolute path on the node
 * @param mode permissions as four octal digits
 * @param owner user that owns it
 * @param group group that owns it
 * @param need what a change of it needs
 * @param content what the secrets store puts into it
 * @since 0.1
 */
public record SecretFile(
        NodeName node, String path, String mode, String owner, String group, Need need, SecretContent content) {

    /** Path below the secrets directory of the cluster. */
    public String storePath() {
        return "nodes/" + node + "/rootfs" + path;
    }
}
