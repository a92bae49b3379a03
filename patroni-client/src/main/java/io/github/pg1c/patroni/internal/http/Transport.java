package io.github.pg1c.patroni.internal.http;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.operation.Delivery;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Requests for Patroni's server: one per connection, over HTTP/1, with limits on time and size. */
public final class Transport {
    /** A large cluster answers with some hundred kilobytes. */
    public static final long BODY_LIMIT = 8L << 20;

    /** The time limit of questions that are answered from a member's memory. */
    private static final Duration PROBE = Duration.ofSeconds(3);

    private static final int PARALLEL = 64;

    private static final Text CERTIFICATE_WANTED = Text.of(
            "the server asks for a client certificate (restapi.verify_client) and was shown none that it accepts",
            "сервер требует клиентский сертификат (restapi.verify_client), а подходящего ему не показали");
    private static final Text LATE = Text.of("no answer in time", "ответ не пришёл вовремя");
    private static final Text CLOSED = Text.of("the client was closed", "клиент закрыли");

    private static final System.Logger LOG = System.getLogger("io.github.pg1c.patroni");

    private final OkHttpClient client;
    private final @Nullable BasicCredentials credentials;
    private final Duration connect;
    private final ExecutorService threads;
    private final OpenCalls calls;
    private final AtomicBoolean closed;

    private Transport(
            OkHttpClient client,
            @Nullable BasicCredentials credentials,
            Duration connect,
            ExecutorService threads,
            OpenCalls calls,
            AtomicBoolean closed) {
        this.client = client;
        this.credentials = credentials;
        this.connect = connect;
        this.threads = threads;
        this.calls = calls;
        this.closed = closed;
    }

    /**
     * A transport.
     *
     * @param base the client whose settings are used, except those that Patroni or this library requires; its threads
     *     and connections are not used
     */
    public static Transport of(
            @Nullable OkHttpClient base,
            ClientTls tls,
            @Nullable BasicCredentials credentials,
            Duration connect,
            Duration read) {
        ExecutorService threads = Threads.onDemand("patroni-client");
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(PARALLEL);
        // The members of a test, or of a cluster behind one address, share a host name.
        dispatcher.setMaxRequestsPerHost(PARALLEL);
        OkHttpClient.Builder builder = (base == null ? new OkHttpClient.Builder() : base.newBuilder())
                .dispatcher(dispatcher)
                .protocols(List.of(Protocol.HTTP_1_1))
                .proxy(base == null || base.proxy() == null ? Proxy.NO_PROXY : base.proxy())
                .cache(null)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .connectTimeout(connect)
                // One limit for the whole call: a server that sends a byte now and then must not block the caller
                // forever, and each further timer costs as much as reading the answer.
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .callTimeout(connect.plus(read))
                .addNetworkInterceptor(chain -> {
                    Progress progress = chain.request().tag(Progress.class);
                    if (progress != null) {
                        progress.connected = true;
                    }
                    return chain.proceed(chain.request());
                });
        if (credentials != null) {
            builder.authenticator(authenticator(credentials));
        }
        if (base == null || !tls.isDefault()) {
            tls.apply(builder);
        }
        return new Transport(builder.build(), credentials, connect, threads, new OpenCalls(), new AtomicBoolean());
    }

    /** The same for one piece of work that can be cancelled. */
    public Transport during(OpenCalls work) {
        return new Transport(client, credentials, connect, threads, work, closed);
    }

    /** The same with another time limit for answers. */
    public Transport reading(Duration read) {
        OkHttpClient other = client.newBuilder().callTimeout(connect.plus(read)).build();
        return new Transport(other, credentials, connect, threads, calls, closed);
    }

    public ExecutorService threads() {
        return threads;
    }

    public Answer get(HttpUrl url) {
        return answer(ask(url));
    }

    /** As {@link #get}, with a missing answer as a value. */
    public Exchange ask(HttpUrl url) {
        return execute(client, read(url));
    }

    public static Answer answer(Exchange reply) {
        if (reply instanceof NoAnswer noAnswer) {
            throw noAnswer.exception();
        }
        return (Answer) reply;
    }

    /** Without waiting; the future never fails, and cancelling it has no effect on the request. */
    public CompletableFuture<Exchange> start(HttpUrl url) {
        return start(client, url);
    }

    private CompletableFuture<Exchange> start(OkHttpClient with, HttpUrl url) {
        Request request = read(url);
        if (closed.get()) {
            return CompletableFuture.completedFuture(closed(request));
        }
        CompletableFuture<Exchange> future = new CompletableFuture<>();
        long began = System.nanoTime();
        Call call = call(with, request);
        calls.began(call);
        call.enqueue(new Callback() {
            @Override
            public void onResponse(Call done, Response response) {
                finish(done, future, logged(request, began, complete(request, response)));
            }

            @Override
            public void onFailure(Call done, IOException e) {
                finish(done, future, logged(request, began, noAnswer(request, e)));
            }
        });
        return future;
    }

    /**
     * Asks all at the same time, so that silent members cost one time-out together. Replies are in the order of the
     * addresses.
     */
    public List<Exchange> getAll(List<HttpUrl> urls) {
        Duration wait = Duration.ofMillis(
                Math.min(client.callTimeoutMillis(), connect.plus(PROBE).toMillis()));
        OkHttpClient hasty = client.newBuilder().callTimeout(wait).build();
        List<CompletableFuture<Exchange>> started =
                urls.stream().map(url -> start(hasty, url)).toList();
        List<Exchange> replies = new ArrayList<>();
        started.forEach(future -> replies.add(future.join()));
        return replies;
    }

    /**
     * A request that changes something. It is sent once, with the password, because it cannot be repeated when the
     * server asks for the password.
     */
    public Exchange send(String method, HttpUrl url, @Nullable String json, Duration wait) {
        Request.Builder request = base(url).method(method, new OneShotBody(json));
        if (credentials != null) {
            request.header("Authorization", basic(credentials));
        }
        OkHttpClient patient =
                client.newBuilder().callTimeout(connect.plus(wait)).build();
        return execute(patient, request.build());
    }

    /** True after {@link #close}. */
    public boolean isClosed() {
        return closed.get();
    }

    /** Ends the requests under way and the threads. Every later request ends without being sent. */
    public void close() {
        closed.set(true);
        client.dispatcher().cancelAll();
        threads.shutdownNow();
        client.connectionPool().evictAll();
    }

    private Exchange execute(OkHttpClient with, Request request) {
        if (closed.get()) {
            return closed(request);
        }
        Call call = call(with, request);
        calls.began(call);
        long began = System.nanoTime();
        try (Response response = call.execute()) {
            return logged(request, began, complete(request, response));
        } catch (IOException e) {
            return logged(request, began, noAnswer(request, e));
        } catch (Exception e) {
            // Kotlin lets OkHttp throw what it does not declare.
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                return logged(request, began, noAnswer(request, new InterruptedIOException("interrupted")));
            }
            throw e;
        } finally {
            calls.ended(call);
        }
    }

    /**
     * OkHttp connects on another thread, so that the addresses of a name can race. That takes a fifth of a call's time,
     * and an IP address has no rival.
     */
    private static Call call(OkHttpClient with, Request request) {
        boolean alone = RestAddress.isIpAddress(request.url()) && Proxy.NO_PROXY.equals(with.proxy());
        return (alone ? with.newBuilder().fastFallback(false).build() : with).newCall(request);
    }

    private void finish(Call call, CompletableFuture<Exchange> future, Exchange reply) {
        calls.ended(call);
        future.complete(reply);
    }

    private static Exchange complete(Request request, Response response) {
        try (response) {
            BufferedSource source = response.body().source();
            if (source.request(BODY_LIMIT + 1)) {
                return noAnswer(request, new IOException("the answer is larger than " + BODY_LIMIT + " bytes"));
            }
            return new Answer(
                    RestAddress.uri(request.url()), response.code(), response.message(), source.readByteArray());
        } catch (IOException e) {
            return noAnswer(request, e);
        }
    }

    private static NoAnswer noAnswer(Request request, IOException e) {
        Progress progress = request.tag(Progress.class);
        boolean certificate = certificateWanted(e);
        return new NoAnswer(
                RestAddress.uri(request.url()),
                certificate ? CERTIFICATE_WANTED : isLate(e) ? LATE : failed(e),
                // A server that refuses the certificate does not read the request.
                progress != null && progress.connected && !certificate ? Delivery.MAYBE_SENT : Delivery.NOT_SENT,
                certificate,
                e);
    }

    private static NoAnswer closed(Request request) {
        return new NoAnswer(
                RestAddress.uri(request.url()),
                CLOSED,
                Delivery.NOT_SENT,
                false,
                new IOException("the client was closed"));
    }

    /** Headers, bodies and parameters are not logged, because they may have secrets. */
    private static Exchange logged(Request request, long began, Exchange exchange) {
        if (LOG.isLoggable(System.Logger.Level.DEBUG)) {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            String result = exchange instanceof Answer answer
                    ? Integer.toString(answer.status())
                    : "no answer (" + ((NoAnswer) exchange).cause().getClass().getSimpleName() + ")";
            LOG.log(
                    System.Logger.Level.DEBUG,
                    request.method() + " "
                            + request.url().newBuilder().query(null).build() + ": " + result + " in " + millis + " ms");
        }
        return exchange;
    }

    private static Text failed(IOException e) {
        String failure = e.getClass().getSimpleName() + ": " + e.getMessage();
        return Text.of("no answer: " + failure, "ответа нет: «" + failure + "»");
    }

    /** Whether it is OkHttp's exception for the end of a call's time. */
    private static boolean isLate(IOException e) {
        return e.getClass() == InterruptedIOException.class && "timeout".equals(e.getMessage());
    }

    private static Request read(HttpUrl url) {
        return base(url).build();
    }

    private static Request.Builder base(HttpUrl url) {
        return new Request.Builder()
                .url(url)
                .tag(Progress.class, new Progress())
                .header("Accept", "application/json")
                .header("Connection", "close");
    }

    private static Authenticator authenticator(BasicCredentials credentials) {
        return (route, response) -> response.request().header("Authorization") != null
                ? null
                : response.request()
                        .newBuilder()
                        .header("Authorization", basic(credentials))
                        .build();
    }

    private static String basic(BasicCredentials credentials) {
        return Credentials.basic(credentials.user(), credentials.password());
    }

    /** Whether the server requires a certificate. With TLS 1.3 its refusal arrives only when the answer is read. */
    private static boolean certificateWanted(IOException e) {
        return e instanceof SSLException
                && String.valueOf(e.getMessage())
                        .toLowerCase(Locale.ROOT)
                        .replace(' ', '_')
                        .contains("certificate_required");
    }

    /** The progress of a request. */
    private static final class Progress {
        private volatile boolean connected;
    }
}
