package io.github.pg1c.bundle.install;

import io.github.pg1c.bundle.text.ScriptFile;

/** The parts of the scripts of this package. */
final class Scripts {

    private Scripts() {}

    static String read(String name) {
        return ScriptFile.read(Scripts.class, name);
    }
}
