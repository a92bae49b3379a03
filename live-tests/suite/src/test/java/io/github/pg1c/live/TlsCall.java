package io.github.pg1c.live;

import io.github.pg1c.pki.authority.IssuedCertificate;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * A call of one port over TLS: reads the served certificate, and checks whether the port accepts the client's. The
 * server's chain and address are always verified.
 *
 * @param from address of the client, in the administrators' network
 * @param address address of the server
 * @param port the port
 * @param postgresql true when TLS begins with a request of PostgreSQL's protocol, false when it begins at once
 * @param ca file of the certificates to trust
 */
record TlsCall(String from, String address, int port, boolean postgresql, Path ca) {

    private static final int PATIENCE_MILLIS = 5000;
    private static final int SSL_REQUEST = 80877103;
    private static final int PROTOCOL = 3 << 16;

    /** The certificate that the port serves. */
    X509Certificate served() throws IOException {
        try (SSLSocket socket = connect(Optional.empty())) {
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    /** Whether the port answers a client with this certificate instead of ending the connection. */
    boolean takes(IssuedCertificate caller) {
        try (SSLSocket socket = connect(Optional.of(caller))) {
            // TLS 1.3: a server checks the certificate after the client has finished its handshake.
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            if (postgresql) {
                byte[] words = "user\0nobody\0database\0nothing\0\0".getBytes(StandardCharsets.US_ASCII);
                out.writeInt(words.length + 8);
                out.writeInt(PROTOCOL);
                out.write(words);
            } else {
                out.write(
                        ("GET /version HTTP/1.1\r\nHost: " + address + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            }
            out.flush();
            return socket.getInputStream().read() >= 0;
        } catch (ConnectException | NoRouteToHostException e) {
            throw new UncheckedIOException(e);
        } catch (SSLException | SocketException e) {
            // An alert, or a reset that arrived before it.
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SSLSocket connect(Optional<IssuedCertificate> caller) throws IOException {
        Socket plain = new SourceAddressSockets(from).createSocket(address, port);
        try {
            plain.setSoTimeout(PATIENCE_MILLIS);
            if (postgresql) {
                DataOutputStream out = new DataOutputStream(plain.getOutputStream());
                out.writeInt(8);
                out.writeInt(SSL_REQUEST);
                if (plain.getInputStream().read() != 'S') {
                    throw new IOException(this + " has no TLS");
                }
            }
            SSLSocket socket = (SSLSocket) context(caller).getSocketFactory().createSocket(plain, address, port, true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket;
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    private SSLContext context(Optional<IssuedCertificate> caller) throws IOException {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            try (InputStream in = Files.newInputStream(ca)) {
                for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                    trusted.setCertificateEntry("ca" + trusted.size(), each);
                }
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    caller.map(it -> new KeyManager[] {new FixedKeyManager(it)}).orElse(null),
                    trust.getTrustManagers(),
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
