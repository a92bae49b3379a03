package io.github.pg1c.bundle.ansible;

import io.github.pg1c.base.text.YamlWriter;
import java.util.regex.Pattern;

/** A file of Ansible, which reads YAML 1.1. */
final class AnsibleYaml {

    /** Names of modules need no quotes; names of hosts are quoted. */
    private static final Pattern BARE_KEYS = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");

    /** The longest line that ansible-lint accepts. */
    private static final int WIDTH = 160;

    private AnsibleYaml() {}

    static String of(String comment, Object value) {
        return YamlWriter.of(WIDTH, BARE_KEYS)
                .document()
                .comment(comment)
                .value(value)
                .toString();
    }
}
