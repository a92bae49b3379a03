package io.github.pg1c.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Sockets that connect from one address of this machine. pgjdbc creates the factory by name, with the address as
 * argument.
 */
public final class SourceAddressSockets extends SocketFactory {

    private final String address;

    /** A factory for sockets of the address. */
    public SourceAddressSockets(String address) {
        this.address = address;
    }

    @Override
    public Socket createSocket() {
        Socket socket = new Socket();
        try {
            socket.bind(new InetSocketAddress(address, 0));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        Socket socket = createSocket();
        socket.connect(new InetSocketAddress(host, port));
        return socket;
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host.getHostAddress(), port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        throw new IOException("the address is fixed: " + address);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        throw new IOException("the address is fixed: " + address);
    }
}
