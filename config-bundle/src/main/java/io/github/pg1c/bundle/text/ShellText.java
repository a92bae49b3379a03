package io.github.pg1c.bundle.text;

/** Lines of a POSIX shell script with quoted values. */
public final class ShellText {

    private final StringBuilder text = new StringBuilder();

    public void line(String line) {
        text.append(line).append('\n');
    }

    public void blank() {
        text.append('\n');
    }

    public void comment(String words) {
        line("# " + words);
    }

    public void variable(String name, String value) {
        line(name + "='" + value.replace("'", "'\\''") + "'");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
