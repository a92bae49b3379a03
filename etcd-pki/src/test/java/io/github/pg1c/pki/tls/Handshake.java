package io.github.pg1c.pki.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.security.cert.Certificate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Mutual TLS over a real socket, in which each side checks the other and the client the server's name. */
public final class Handshake {
    private Handshake() {}

    /** What the server saw of its client. */
    public static Certificate between(String protocol, TlsIdentity server, TlsIdentity client) throws Exception {
        try (SSLServerSocket listener = (SSLServerSocket) server.sslContext()
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listener.setNeedClientAuth(true);
            listener.setEnabledProtocols(new String[] {protocol});
            CompletableFuture<Certificate> seen = CompletableFuture.supplyAsync(() -> serve(listener));
            try (SSLSocket socket = (SSLSocket)
                    client.sslContext().getSocketFactory().createSocket("localhost", listener.getLocalPort())) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                socket.startHandshake();
                assertThat(socket.getInputStream().read()).isEqualTo(42);
                assertThat(socket.getSession().getProtocol()).isEqualTo(protocol);
            }
            return seen.get(30, TimeUnit.SECONDS);
        }
    }

    private static Certificate serve(SSLServerSocket listener) {
        try (SSLSocket socket = (SSLSocket) listener.accept()) {
            socket.getOutputStream().write(42);
            return socket.getSession().getPeerCertificates()[0];
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }
}
