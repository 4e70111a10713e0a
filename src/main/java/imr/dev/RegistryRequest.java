package imr.dev;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A request taken apart, and the parts of its body that have a meaning of their own.
 *
 * @param path the decoded segments of the path, none for the root
 * @param flags the query parameters whose value is {@code true}
 * @param body the JSON body, missing if there was none
 */
record RegistryRequest(String method, List<String> path, Set<String> flags, JsonNode body) {
    private static final int MAX_BODY_BYTES = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> UNSUPPORTED = List.of("references", "metadata", "ruleSet");

    static RegistryRequest read(HttpExchange exchange) throws IOException, RegistryException {
        URI uri = exchange.getRequestURI();
        return new RegistryRequest(
                exchange.getRequestMethod(), segments(uri.getRawPath()), flags(uri.getQuery()), body(exchange));
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    /** The schema in the body, parsed as Avro parses it, with its references refused: they are not supported here. */
    Schema schema() throws RegistryException {
        String type = body.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO") && !type.equals("null")) {
            throw invalid("only AVRO schemas are supported by this development registry");
        }
        for (String field : UNSUPPORTED) {
            if (!body.path(field).isEmpty()) {
                throw invalid(field + " are not supported by this development registry");
            }
        }
        if (!body.path("schema").isTextual()) {
            throw invalid("the request has no schema");
        }
        try {
            return new Schema.Parser().parse(body.path("schema").textValue());
        } catch (AvroRuntimeException notAvro) {
            throw invalid("Invalid schema: " + notAvro.getMessage());
        }
    }

    private static RegistryException invalid(String reason) {
        return new RegistryException(RegistryException.INVALID_SCHEMA, reason);
    }

    private static List<String> segments(String rawPath) throws RegistryException {
        try {
            return Arrays.stream(rawPath.split("/"))
                    .filter(segment -> !segment.isEmpty())
                    // In a path a plus sign is itself; the decoder is made for forms, where it is a space.
                    .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
                    .toList();
        } catch (IllegalArgumentException malformed) {
            throw new RegistryException(RegistryException.BAD_REQUEST, "the path is not properly encoded");
        }
    }

    private static Set<String> flags(@Nullable String query) {
        return Stream.of(query == null ? "" : query)
                .flatMap(text -> Arrays.stream(text.split("&")))
                .filter(parameter -> parameter.endsWith("=true"))
                .map(parameter -> parameter.substring(0, parameter.length() - "=true".length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static JsonNode body(HttpExchange exchange) throws IOException, RegistryException {
        byte[] bytes = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
        if (bytes.length > MAX_BODY_BYTES) {
            throw new RegistryException(
                    RegistryException.TOO_LARGE, "the request is larger than " + MAX_BODY_BYTES + " bytes");
        }
        try {
            return bytes.length == 0 ? MissingNode.getInstance() : JSON.readTree(bytes);
        } catch (JsonProcessingException malformed) {
            throw new RegistryException(RegistryException.BAD_REQUEST, "the request body is not JSON");
        }
    }
}
