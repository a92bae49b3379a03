package io.github.pg1c.model.value;

import io.github.pg1c.base.net.HostName;
import io.github.pg1c.base.words.MalformedValueException;
import io.github.pg1c.base.words.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a member of etcd listens for clients, as {@code https://10.0.0.5:2379}. Only TLS: the leader's lock and the
 * password of etcd's user pass there.
 *
 * @param host its name or address
 * @param port its port; 2379 where it is not written
 * @since 0.1
 */
public record EtcdEndpoint(HostName host, int port) {

    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

    private static final String PORT =
            "([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]" + "|6553[0-5])";

    /** The form, for the JSON Schema. */
    public static final String FORM =
            "^https://(" + LABEL + "(\\." + LABEL + ")*|\\[[0-9A-Fa-f:.]+\\])(:" + PORT + ")?/?$";

    private static final int USUAL_PORT = 2379;
    private static final Pattern PARTS =
            Pattern.compile("https://(\\[[0-9A-Fa-f:.]+]|[^/:@\\[\\]]+)(?::" + PORT + ")?/?");

    /**
     * Reads an endpoint.
     *
     * @throws MalformedValueException when it is no URL with https, a host and perhaps a port
     */
    public static EtcdEndpoint parse(String text) {
        Matcher parts = PARTS.matcher(text);
        if (text.startsWith("http://")) {
            throw new MalformedValueException(
                    Text.of("'" + text + "' is not encrypted", "«" + text + "» — без шифрования"),
                    Text.of(
                            "let etcd's clients use TLS, and write it as https://10.0.0.5:2379",
                            "включите TLS для клиентов etcd и напишите в виде https://10.0.0.5:2379"));
        }
        if (!parts.matches()) {
            throw malformed(text);
        }
        String host = parts.group(1);
        String port = parts.group(2);
        int number = port == null ? USUAL_PORT : Integer.parseInt(port);
        return new EtcdEndpoint(
                HostName.parse(host.startsWith("[") ? host.substring(1, host.length() - 1) : host), number);
    }

    /** Host and port, IPv6 in brackets. */
    public String hostPort() {
        return host.url() + ":" + port;
    }

    private static MalformedValueException malformed(String text) {
        return new MalformedValueException(
                Text.of("'" + text + "' is no endpoint of etcd", "«" + text + "» — не адрес etcd"),
                Text.of(
                        "write it as https://10.0.0.5:2379 or https://etcd1.corp.example:2379",
                        "напишите в виде https://10.0.0.5:2379 или https://etcd1.corp.example:2379"));
    }

    @Override
    public String toString() {
        return "https://" + hostPort();
    }
}
