package imr.dev;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * Listening sockets bound before the broker exists and handed to it when it asks. The ports are therefore known while
 * its settings are written, and cannot be lost between choosing and using them.
 */
final class BoundListeners implements ServerSocketFactory, AutoCloseable {
    private static final int BACKLOG = 50;

    private final Map<String, ServerSocketChannel> waiting = new HashMap<>();

    /** Binds a socket for a listener and returns its port. */
    synchronized int bind(String listener, int preferredPort) throws IOException {
        ServerSocketChannel channel = Loopback.open(preferredPort, BoundListeners::listen);
        waiting.put(listener, channel);
        return channel.socket().getLocalPort();
    }

    @Override
    public synchronized ServerSocketChannel openServerSocket(
            String listener, InetSocketAddress address, int backlog, int receiveBufferBytes) throws IOException {
        ServerSocketChannel channel = waiting.remove(listener);
        if (channel == null) {
            throw new IOException("no socket was bound for listener " + listener);
        }
        return channel;
    }

    /** Closes the sockets nobody took; the taken ones are the broker's to close. */
    @Override
    public synchronized void close() throws IOException {
        for (ServerSocketChannel channel : waiting.values()) {
            channel.close();
        }
        waiting.clear();
    }

    private static ServerSocketChannel listen(InetSocketAddress address) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.configureBlocking(false);
            channel.bind(address, BACKLOG);
            return channel;
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }
}
