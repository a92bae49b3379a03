package io.github.pg1c.patroni.internal.http;

import java.net.URI;
import java.net.URISyntaxException;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Addresses of REST APIs. */
public final class RestAddress {
    private static final String STATUS = "patroni";

    private RestAddress() {}

    public static HttpUrl parse(URI uri) {
        // Not HttpUrl.get(uri): a password in the address must not get into a message, even beside a host name that URI
        // does not accept.
        String authority = uri.getRawAuthority();
        if ((authority != null && authority.contains("@"))
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("the address of a REST API has no user, query or fragment");
        }
        HttpUrl url = url(uri);
        if (url == null) {
            throw new IllegalArgumentException(uri + " is not the address of a REST API; write http(s)://host:port");
        }
        // Members publish their address with the path of their status.
        int last = url.pathSize() - 1;
        return url.pathSegments().get(last).equals(STATUS)
                ? url.newBuilder().setPathSegment(last, "").build()
                : url;
    }

    public static HttpUrl below(HttpUrl endpoint, String path) {
        return endpoint.newBuilder().addPathSegment(path).build();
    }

    /** True when the host is an IP address and not a name. */
    static boolean isIpAddress(HttpUrl url) {
        String host = url.host();
        return host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }

    public static URI uri(HttpUrl url) {
        try {
            return new URI(url.toString());
        } catch (URISyntaxException e) {
            // It has a character that URI requires encoded.
            return url.uri();
        }
    }

    /** Also accepts a host name with an underscore, as containers have it; URI does not know it as a host. */
    private static @Nullable HttpUrl url(URI uri) {
        return uri.getRawAuthority() == null ? null : HttpUrl.parse(uri.toString());
    }
}
