package io.github.pg1c.bundle.part;

import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.model.value.NodeName;

/**
 * The public facts of a secret file on a node: its path, its readers and its composition, never the secret.
 *
 * @param node node it is for
 * @param path absolute path on the node
 * @param mode permissions as four octal digits
 * @param owner user that owns it
 * @param group group that owns it
 * @param need the need of a change
 * @param content the content that the secrets store fills in
 * @since 0.1
 */
public record SecretFile(
        NodeName node, String path, String mode, String owner, String group, Need need, SecretContent content) {

    /** Path below the secrets directory of the cluster. */
    public String storePath() {
        return "nodes/" + node + "/rootfs" + path;
    }
}
