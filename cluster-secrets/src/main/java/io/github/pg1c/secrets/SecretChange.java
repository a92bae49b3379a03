package io.github.pg1c.secrets;

import java.nio.file.Path;

/**
 * A secret that was made, or would be made, and why; never its value.
 *
 * @param path file in the secrets store
 * @param reason why it was needed, in the cluster's language
 * @since 0.1
 */
public record SecretChange(Path path, String reason) {}
