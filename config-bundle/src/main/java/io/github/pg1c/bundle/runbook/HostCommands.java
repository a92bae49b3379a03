package io.github.pg1c.bundle.runbook;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.model.Node;

/** Commands on the administrator's machine that prepare a host and bring it its files, over SSH. */
public final class HostCommands {

    /** Directory on a node for files that are not installed yet; only root may read it. */
    public static final String INBOX = "/root/pg1c";

    /** Directory on a node for packages; users without rights read it, too. */
    public static final String PACKAGES = "/var/lib/pg1c-packages";

    private static final String SUDO = "${PG1C_USER:+sudo }";

    private HostCommands() {}

    /** How to reach the hosts. */
    static void connection(DocumentContext context, Markdown page) {
        page.section(Text.of("Reaching the hosts", "Доступ к хостам"))
                .paragraph(Text.of(
                        "The commands below connect as root. Where root may not log in, name a user that may use `sudo` without a"
                                + " password. Host keys are checked; jump hosts and keys belong into `~/.ssh/config`.",
                        "Команды ниже подключаются от root. Если root входить не может, укажите пользователя, которому разрешён"
                                + " `sudo` без пароля. Ключи хостов проверяются; промежуточные хосты и ключи — в"
                                + " `~/.ssh/config`."))
                .on(DocumentContext.onAdministrators(), "export PG1C_USER=admin");
    }

    /** The commands that bring a node its files and secrets and install them. */
    static String[] deliver(Node node) {
        return new String[] {
            ssh(
                    node,
                    SUDO + "rm -rf " + INBOX + " && " + SUDO + "install -d -m 0700 " + INBOX + "/bundle " + INBOX
                            + "/secrets"),
            "tar -C nodes/" + node.name() + " -cf - . | "
                    + ssh(node, SUDO + "tar -C " + INBOX + "/bundle --no-same-owner -xf -"),
            "tar -C \"$PG1C_SECRETS\"/nodes/" + node.name() + " -cf - . | "
                    + ssh(node, SUDO + "tar -C " + INBOX + "/secrets --no-same-owner -xf -"),
            ssh(
                    node,
                    SUDO + "sh -c 'trap \\\"rm -rf " + INBOX + "\\\" EXIT; sh " + INBOX
                            + "/bundle/install.sh --secrets " + INBOX + "/secrets'")
        };
    }

    /** The command that prepares a node from its repositories. */
    static String prepare(Node node) {
        return script(node, "prepare.sh");
    }

    /** The command that asks a node's host what it has. */
    static String collect(Node node) {
        return script(node, "collect.sh");
    }

    /** The command that runs a script of the bundle on its node, through standard input. */
    public static String script(Node node, String name, String... options) {
        String words = options.length == 0 ? "" : " -- " + String.join(" ", options);
        return ssh(node, SUDO + "sh -s" + words) + " < nodes/" + node.name() + "/" + name;
    }

    /** The command that asks a node for the versions of its packages. */
    static String versions(Node node) {
        return ssh(node, SUDO + "sh -s -- --versions") + " < nodes/" + node.name() + "/prepare.sh";
    }

    /** The commands that prepare a node from a directory of packages. */
    static String[] prepareOffline(Node node) {
        return new String[] {
            "tar -C \"$PG1C_PACKAGES\" -cf - . | "
                    + ssh(
                            node,
                            SUDO + "install -d " + PACKAGES + " && " + SUDO + "tar -C " + PACKAGES
                                    + " --no-same-owner -xf -"),
            ssh(node, SUDO + "sh -s -- --packages " + PACKAGES) + " < nodes/" + node.name() + "/prepare.sh",
            ssh(node, SUDO + "rm -rf " + PACKAGES)
        };
    }

    /** As root, or as the user of the variable with sudo. */
    private static String ssh(Node node, String command) {
        return "ssh \"${PG1C_USER:-root}@" + node.address() + "\" \"" + command + "\"";
    }
}
