package io.github.pg1c.bundle.install;

/** Lines of a POSIX shell script; values are quoted so that the shell reads them as they are. */
final class ShellText {

    private final StringBuilder text = new StringBuilder();

    void line(String line) {
        text.append(line).append('\n');
    }

    void blank() {
        text.append('\n');
    }

    void comment(String words) {
        line("# " + words);
    }

    void variable(String name, String value) {
        line(name + "='" + value.replace("'", "'\\''") + "'");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
