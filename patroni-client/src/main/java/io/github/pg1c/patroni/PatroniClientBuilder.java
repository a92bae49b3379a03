package io.github.pg1c.patroni;

import io.github.pg1c.base.secret.Secret;
import io.github.pg1c.patroni.internal.http.BasicCredentials;
import io.github.pg1c.patroni.internal.http.ClientCertificate;
import io.github.pg1c.patroni.internal.http.ClientTls;
import io.github.pg1c.patroni.internal.http.Connection;
import io.github.pg1c.patroni.internal.http.PemFiles;
import io.github.pg1c.patroni.internal.http.Pkcs12File;
import io.github.pg1c.patroni.internal.http.RestAddress;
import io.github.pg1c.patroni.internal.http.Transport;
import io.github.pg1c.patroni.operation.Waiting;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link PatroniClient}. Without authorities it trusts those of the JDK.
 *
 * @since 0.1
 */
public final class PatroniClientBuilder {
    private final List<HttpUrl> endpoints = new ArrayList<>();
    private final List<X509Certificate> trusted = new ArrayList<>();
    private @Nullable String scope;
    private @Nullable ClientCertificate certificate;
    private @Nullable BasicCredentials credentials;
    private Duration connectTimeout = Duration.ofSeconds(2);
    private Duration readTimeout = Duration.ofSeconds(10);

    private Duration slack = Duration.ofSeconds(15);
    private Waiting waiting = Waiting.real();

    private @Nullable OkHttpClient base;

    PatroniClientBuilder() {}

    /**
     * Adds a REST API of the cluster; several are asked in this order.
     *
     * @throws IllegalArgumentException for anything but {@code http(s)://host[:port][/path]}
     */
    public PatroniClientBuilder endpoint(URI endpoint) {
        endpoints.add(RestAddress.parse(endpoint));
        return this;
    }

    /**
     * Names the {@code scope} of the cluster. A member of another cluster then gets no request that changes something.
     * Without a name it is the cluster of the first endpoint that answers.
     */
    public PatroniClientBuilder scope(String name) {
        scope = name;
        return this;
    }

    /** Trusts these authorities for the certificates of servers, instead of those of the JDK. */
    public PatroniClientBuilder trust(X509Certificate... authorities) {
        trusted.addAll(List.of(authorities));
        return this;
    }

    /**
     * Adds the authorities in a PEM file.
     *
     * @throws IllegalArgumentException when the file has none
     * @throws java.io.UncheckedIOException when the file cannot be read
     */
    public PatroniClientBuilder trustPem(Path file) {
        trusted.addAll(PemFiles.certificates(file));
        return this;
    }

    /**
     * The certificate for servers that ask for one.
     *
     * @param certificatePem the certificate, followed by intermediate ones if there are any
     * @param privateKeyPem the key as unencrypted PKCS#8
     * @throws IllegalArgumentException when a file has other content
     * @throws java.io.UncheckedIOException when a file cannot be read
     */
    public PatroniClientBuilder clientCertificate(Path certificatePem, Path privateKeyPem) {
        certificate = new ClientCertificate(PemFiles.certificates(certificatePem), PemFiles.privateKey(privateKeyPem));
        return this;
    }

    /**
     * The certificate for servers that ask for one, from a PKCS#12 file.
     *
     * @param file the file, with one key and its certificates
     * @param password opens the file and the key
     * @throws IllegalArgumentException when the password is wrong or the file has no key
     * @throws java.io.UncheckedIOException when the file cannot be read
     */
    public PatroniClientBuilder clientCertificatePkcs12(Path file, Secret password) {
        certificate = Pkcs12File.read(file, password.reveal());
        return this;
    }

    /**
     * User and password. They are sent with requests that change something, and to a server that asks for them (401).
     */
    public PatroniClientBuilder basicAuth(String user, Secret password) {
        credentials = new BasicCredentials(user, password.reveal());
        return this;
    }

    /** The time limit for a connection; 2 seconds by default. */
    public PatroniClientBuilder connectTimeout(Duration timeout) {
        connectTimeout = positive(timeout);
        return this;
    }

    /** The time limit for the whole answer once connected; 10 seconds by default. */
    public PatroniClientBuilder readTimeout(Duration timeout) {
        readTimeout = positive(timeout);
        return this;
    }

    /**
     * The time to wait for the answer to a change beyond Patroni's own time limit; 15 seconds by default. Patroni
     * follows a switchover for 2 × max(10, {@code loop_wait}) seconds, and longer when the DCS is slow.
     */
    public PatroniClientBuilder slack(Duration time) {
        slack = positive(time);
        return this;
    }

    /** The clock for waiting between questions; real time by default. */
    public PatroniClientBuilder waiting(Waiting time) {
        waiting = time;
        return this;
    }

    /**
     * Starts from an OkHttp client of the application. Its interceptors, event listeners, name resolution, sockets and
     * explicit proxy are used. Its TLS is used unless this builder has authorities or a certificate.
     *
     * <p>Fixed are the needs of Patroni's server: HTTP/1.1, a connection for each request, no redirections, no
     * repetition of a request, no cache, and this builder's time limits and credentials. The threads and connections of
     * the application's client are not used, and closing the {@link PatroniClient} leaves it open. An interceptor that
     * proceeds twice sends a switchover twice.
     */
    public PatroniClientBuilder okHttpClient(OkHttpClient client) {
        base = client;
        return this;
    }

    /**
     * The client.
     *
     * @throws IllegalStateException when there is no endpoint
     */
    public PatroniClient build() {
        if (endpoints.isEmpty()) {
            throw new IllegalStateException("a client needs at least one endpoint");
        }
        Transport transport =
                Transport.of(base, new ClientTls(trusted, certificate), credentials, connectTimeout, readTimeout);
        return new HttpPatroniClient(
                new Connection(endpoints, Optional.ofNullable(scope), transport, waiting, slack, new AtomicBoolean()));
    }

    private static Duration positive(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a timeout must be positive, not " + timeout);
        }
        return timeout;
    }
}
