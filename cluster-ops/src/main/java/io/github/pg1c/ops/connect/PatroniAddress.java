package io.github.pg1c.ops.connect;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The address of a REST API as people write it: {@code https} and Patroni's port by default. */
final class PatroniAddress {

    private static final int PORT = 8008;

    private PatroniAddress() {}

    /** The address; empty when the text is not one of a REST API. */
    static Optional<URI> parse(String text) {
        try {
            URI uri = new URI(text.contains("://") ? text : "https://" + text);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (!web || uri.getHost() == null) {
                return Optional.empty();
            }
            return Optional.of(uri.getPort() < 0 ? of(uri.getScheme(), uri.getHost(), PORT) : uri);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    static URI of(String scheme, String host, int port) {
        String bracketed = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return URI.create(scheme + "://" + bracketed + ":" + port);
    }
}
