package io.github.pg1c.patroni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pg1c.patroni.protocol.PatroniException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way from an address to a connection. */
@Timeout(60)
class ConnectingTest {
    /** An address of the documentation (RFC 5737); no host has it. */
    private static final String NOWHERE = "192.0.2.1";

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1:8008", "http://[2001:db8::1]:8008"})
    void ipAddressNeedsNoOtherThread(URI address) {
        List<Thread> connecting = new CopyOnWriteArrayList<>();
        OkHttpClient base = with(() -> {
            connecting.add(Thread.currentThread());
            return new Socket() {
                @Override
                public void connect(SocketAddress endpoint, int timeout) throws IOException {
                    throw new IOException("no network");
                }
            };
        });
        try (PatroniClient client =
                PatroniClient.builder().endpoint(address).okHttpClient(base).build()) {
            assertThatExceptionOfType(PatroniException.class)
                    .isThrownBy(client::cluster)
                    .withMessageContaining("no network");
        }
        assertThat(connecting).containsExactly(Thread.currentThread());
    }

    @Test
    void silentAddressOfANameDoesNotDelayTheOther() throws IOException {
        assertRace("http://node1:8008", Proxy.NO_PROXY);
    }

    @Test
    void silentAddressOfAProxyDoesNotDelayTheOther() throws IOException {
        assertRace(
                "http://" + NOWHERE + ":8008",
                new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy", 3128)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void interruptedThreadGetsNoAnswerAndStaysInterrupted(String host) throws IOException {
        try (PatroniServer server = PatroniServer.json("200 OK", Samples.read("cluster-4.0.7.json"));
                PatroniClient client = PatroniClient.builder()
                        .endpoint(
                                URI.create("http://" + host + ":" + server.uri().getPort()))
                        .build()) {
            Thread.currentThread().interrupt();

            assertThatExceptionOfType(PatroniException.class)
                    .isThrownBy(client::cluster)
                    .withCauseInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** Every name has two addresses. The first is silent until the second has a connection. */
    private static void assertRace(String endpoint, Proxy proxy) throws IOException {
        CountDownLatch silence = new CountDownLatch(1);
        try (PatroniServer server = PatroniServer.json("200 OK", Samples.read("cluster-4.0.7.json"))) {
            int port = server.uri().getPort();
            OkHttpClient base = with(() -> new Socket() {
                        @Override
                        public void connect(SocketAddress endpoint, int timeout) throws IOException {
                            if (((InetSocketAddress) endpoint)
                                    .getAddress()
                                    .getHostAddress()
                                    .equals(NOWHERE)) {
                                awaitEnd(silence);
                                throw new IOException("no route");
                            }
                            super.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), timeout);
                            silence.countDown();
                        }

                        @Override
                        public void close() throws IOException {
                            silence.countDown();
                            super.close();
                        }
                    })
                    .newBuilder()
                    .dns(name -> List.of(InetAddress.getByName(NOWHERE), InetAddress.getLoopbackAddress()))
                    .proxy(proxy)
                    .build();
            try (PatroniClient client = PatroniClient.builder()
                    .endpoint(URI.create(endpoint))
                    .okHttpClient(base)
                    .readTimeout(Duration.ofSeconds(10))
                    .build()) {
                assertThat(client.cluster().members()).hasSize(3);
            }
        }
    }

    private static void awaitEnd(CountDownLatch silence) throws IOException {
        try {
            silence.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static OkHttpClient with(Supplier<Socket> sockets) {
        return new OkHttpClient.Builder()
                .socketFactory(new SocketFactory() {
                    @Override
                    public Socket createSocket() {
                        return sockets.get();
                    }

                    @Override
                    public Socket createSocket(String host, int port) {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public Socket createSocket(String host, int port, InetAddress own, int ownPort) {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public Socket createSocket(InetAddress host, int port) {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public Socket createSocket(InetAddress host, int port, InetAddress own, int ownPort) {
                        throw new UnsupportedOperationException();
                    }
                })
                .build();
    }
}
