package io.github.pg1c.patroni;

import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Requests as Patroni's server likes them: one per connection, over HTTP/1, with bounds on time and size. */
final class Transport {
    /** A large cluster answers with some hundred kilobytes. */
    static final long BODY_LIMIT = 8L << 20;

    private final OkHttpClient client;

    private Transport(OkHttpClient client) {
        this.client = client;
    }

    static Transport of(Tls tls, @Nullable BasicCredentials credentials, Duration connect, Duration read) {
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .connectTimeout(connect)
                .readTimeout(read)
                .writeTimeout(read)
                // A server that sends a byte now and then must not hold the caller for ever.
                .callTimeout(connect.plus(read));
        if (credentials != null) {
            builder.authenticator(authenticator(credentials));
        }
        tls.apply(builder);
        return new Transport(builder.build());
    }

    Answer get(HttpUrl url) {
        Request request = new Request.Builder()
                .url(url)
                .header("Accept", "application/json")
                .header("Connection", "close")
                .build();
        try (Response response = client.newCall(request).execute()) {
            BufferedSource source = response.body().source();
            if (source.request(BODY_LIMIT + 1)) {
                throw new PatroniException(url.uri(), "the answer is larger than " + BODY_LIMIT + " bytes", null);
            }
            return new Answer(url.uri(), response.code(), response.message(), source.readByteArray());
        } catch (IOException e) {
            throw new PatroniException(url.uri(), reason(e), e);
        }
    }

    void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    private static Authenticator authenticator(BasicCredentials credentials) {
        return (route, response) -> response.request().header("Authorization") != null
                ? null
                : response.request()
                        .newBuilder()
                        .header(
                                "Authorization",
                                Credentials.basic(
                                        credentials.user(),
                                        credentials.password().reveal()))
                        .build();
    }

    private static String reason(IOException e) {
        String message = String.valueOf(e.getMessage());
        // With TLS 1.3 the server's refusal arrives only when the answer is read.
        boolean wanted = e instanceof SSLException
                && message.toLowerCase(Locale.ROOT).replace(' ', '_').contains("certificate_required");
        return wanted
                ? "the server asks for a client certificate (restapi.verify_client) and was shown none that it accepts"
                : "no answer: " + e.getClass().getSimpleName() + ": " + message;
    }
}
