package imr.dev;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listening on 127.0.0.1 and nowhere else, on a preferred port when nobody has it. */
final class Loopback {
    static final String HOST = "127.0.0.1";

    private static final Logger log = LoggerFactory.getLogger(Loopback.class);

    private Loopback() {}

    /** Opens something that listens; leaves nothing open when it throws. */
    @FunctionalInterface
    interface Opener<T> {
        T open(InetSocketAddress address) throws IOException;
    }

    /**
     * Opens on the preferred port, or on one the system chooses when that is taken. The port is never probed first:
     * only the bind itself can tell, without a gap in which somebody else takes it.
     */
    static <T> T open(int preferredPort, Opener<T> opener) throws IOException {
        try {
            return opener.open(address(preferredPort));
        } catch (BindException taken) {
            if (preferredPort == 0) {
                throw taken;
            }
            log.warn("port {} on {} is taken, taking a free one instead", preferredPort, HOST);
            return opener.open(address(0));
        }
    }

    static InetSocketAddress address(int port) throws IOException {
        // Not InetAddress.getLoopbackAddress(), which is ::1 on a machine that prefers IPv6.
        return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    }
}
