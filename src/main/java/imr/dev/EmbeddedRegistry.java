package imr.dev;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A schema registry inside this JVM, <strong>for the demo and for fast tests only</strong>. It listens on 127.0.0.1
 * without authentication and keeps everything in memory: when it is closed, its schemas are gone, and topics written
 * with its ids cannot be read any more. Production uses a real registry.
 *
 * <p>It speaks the part of the Confluent Schema Registry REST API that the genuine clients use for Avro: registering,
 * looking up, listing, and testing compatibility, which is BACKWARD unless set otherwise. Schema references, data
 * contracts, deletion and modes are not there; a schema that needs the first two is refused.
 */
public final class EmbeddedRegistry implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedRegistry.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int INTERNAL_ERROR = 50001;
    private static final int THREADS = 4;

    private final HttpServer server;
    private final ExecutorService threads;
    private final RegistryRoutes routes = new RegistryRoutes(new SubjectStore());

    private EmbeddedRegistry(HttpServer server) {
        this.server = server;
        this.threads = Executors.newFixedThreadPool(THREADS, EmbeddedRegistry::daemon);
    }

    /**
     * Starts an empty registry.
     *
     * @param preferredPort the port to listen on, 0 for any; another free one is used if it is taken
     * @throws IOException if no port can be bound
     */
    public static EmbeddedRegistry start(int preferredPort) throws IOException {
        var registry = new EmbeddedRegistry(Loopback.open(preferredPort, EmbeddedRegistry::listen));
        registry.server.createContext("/", registry::handle);
        registry.server.setExecutor(registry.threads);
        registry.server.start();
        return registry;
    }

    /** The address to use as {@code schema.registry.url}. */
    public String url() {
        return "http://" + Loopback.HOST + ":" + server.getAddress().getPort();
    }

    /** Stops listening and forgets every schema. Closing again does nothing. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static HttpServer listen(InetSocketAddress address) throws IOException {
        return HttpServer.create(address, 0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                respond(exchange, 200, routes.answer(RegistryRequest.read(exchange)));
            } catch (RegistryException refused) {
                respond(exchange, refused.status(), error(refused.code(), String.valueOf(refused.getMessage())));
            } catch (RuntimeException unexpected) {
                log.error("the development registry failed to answer a request", unexpected);
                respond(exchange, 500, error(INTERNAL_ERROR, "Error in the development registry"));
            }
        }
    }

    private static Map<String, Object> error(int code, String message) {
        return Map.of("error_code", code, "message", message);
    }

    private static void respond(HttpExchange exchange, int status, Object answer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", MEDIA_TYPE);
        // Older JDKs send head and body apart, and on a connection that stays open the body waits 40 ms for the head's
        // acknowledgement. Closing sends it at once.
        exchange.getResponseHeaders().set("Connection", "close");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "development-registry");
        thread.setDaemon(true);
        return thread;
    }
}
