package io.github.pg1c.secrets;

import io.github.pg1c.base.words.Text;
import java.nio.file.Path;

/**
 * A secret that was made, or would be made, and why; never its value.
 *
 * @param path file in the secrets store
 * @param reason why it was needed, as part of a sentence
 * @since 0.1
 */
public record SecretChange(Path path, Text reason) {}
