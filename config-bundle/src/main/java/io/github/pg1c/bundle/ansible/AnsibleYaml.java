package io.github.pg1c.bundle.ansible;

import io.github.pg1c.base.text.YamlWriter;
import java.util.regex.Pattern;

/** A file of Ansible, which reads YAML 1.1. */
final class AnsibleYaml {

    /** The names of modules need no quotes; those of hosts have some. */
    private static final Pattern BARE_KEYS = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");

    private AnsibleYaml() {}

    static String of(String comment, Object value) {
        return YamlWriter.of(YamlWriter.UNLIMITED, BARE_KEYS)
                .document()
                .comment(comment)
                .value(value)
                .toString();
    }
}
