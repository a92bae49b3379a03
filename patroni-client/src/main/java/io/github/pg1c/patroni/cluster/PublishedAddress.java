package io.github.pg1c.patroni.cluster;

import io.github.pg1c.base.net.AddressText;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.cluster.AddressProblem.Kind;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The published address of a member's REST API. A copied configuration may have made it useless. */
final class PublishedAddress {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    private PublishedAddress() {}

    /** The problem of the address; empty if there is none. */
    static Optional<AddressProblem> problem(Optional<URI> published) {
        if (published.isEmpty()) {
            return problem(
                    Kind.MISSING,
                    Text.of(
                            "it publishes no usable address of its REST API",
                            "он не публикует пригодного адреса REST API"));
        }
        URI uri = published.get();
        String host = host(uri);
        if (host.isEmpty()) {
            return problem(
                    Kind.NO_HOST,
                    Text.of(
                            "the address that it publishes has no host: " + uri,
                            "в адресе, который он публикует, нет хоста: " + uri));
        }
        if (isWildcard(host)) {
            return problem(
                    Kind.WILDCARD,
                    Text.of(
                            "the address that it publishes is a wildcard and leads to no host: " + uri,
                            "адрес, который он публикует, — шаблон и не ведёт ни к какому хосту: " + uri));
        }
        return isWeb(uri) && uri.getPort() <= 65_535
                ? Optional.empty()
                : problem(
                        Kind.MALFORMED,
                        Text.of(
                                "the address that it publishes is not that of a REST API: " + uri,
                                "то, что он публикует, — не адрес REST API: " + uri));
    }

    static AddressProblem shared(List<String> others) {
        String names = String.join(", ", others);
        return new AddressProblem(
                Kind.SHARED,
                Text.of("it publishes the same address as " + names, "он публикует тот же адрес, что и " + names));
    }

    private static Optional<AddressProblem> problem(Kind kind, Text explanation) {
        return Optional.of(new AddressProblem(kind, explanation));
    }

    /** A key that is equal for addresses of the same server. */
    static String key(URI uri) {
        String host = host(uri).toLowerCase(Locale.ROOT);
        String canonical = AddressText.parse(host).map(AddressText::print).orElse(host);
        String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("/+(patroni/*)?$", "");
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String port = port(uri).isEmpty() ? (scheme.equals("https") ? "443" : "80") : port(uri);
        return scheme + "://" + (LOOPBACK.contains(canonical) ? "localhost" : canonical) + ":" + port + path;
    }

    private static boolean isWeb(URI uri) {
        boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        return web && !uri.getRawAuthority().contains("@") && uri.getRawQuery() == null && uri.getRawFragment() == null;
    }

    private static boolean isWildcard(String host) {
        return host.equals("*")
                || AddressText.parse(host)
                        .filter(bytes -> Arrays.equals(bytes, new byte[bytes.length]))
                        .isPresent();
    }

    /** The host without the brackets of IPv6. A name with an underscore counts, although URI does not parse it. */
    private static String host(URI uri) {
        String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        if (authority.startsWith("[")) {
            return authority.substring(1, Math.max(1, authority.indexOf(']')));
        }
        return authority.substring(0, authority.length() - port(uri).length()).replaceFirst(":$", "");
    }

    private static String port(URI uri) {
        String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        String last = authority.substring(authority.lastIndexOf(':') + 1);
        return authority.contains(":") && last.matches("[0-9]+") ? last : "";
    }
}
