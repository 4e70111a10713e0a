package imr.dev;

import static imr.dev.RegistryException.INVALID_VERSION;
import static imr.dev.RegistryException.METHOD_NOT_ALLOWED;
import static imr.dev.RegistryException.NOT_FOUND;
import static imr.dev.RegistryException.NO_LEVEL_OF_ITS_OWN;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** Answers requests out of a {@link SubjectStore}. Answers are lists, maps, strings and numbers, ready to be JSON. */
final class RegistryRoutes {
    private final SubjectStore store;

    RegistryRoutes(SubjectStore store) {
        this.store = store;
    }

    Object answer(RegistryRequest request) throws RegistryException {
        List<String> path = request.path();
        String root = path.isEmpty() ? "" : path.get(0);
        return switch (root) {
            case "" -> reading(request, Map.of());
            case "subjects" -> subjects(request);
            case "schemas" -> schemas(request);
            case "config" -> path.size() > 2 ? unknown() : config(request);
            case "mode" -> path.size() > 2 ? unknown() : reading(request, Map.of("mode", "READWRITE"));
            case "compatibility" -> compatibility(request);
            default -> unknown();
        };
    }

    private Object subjects(RegistryRequest request) throws RegistryException {
        List<String> path = request.path();
        if (path.size() == 1) {
            return reading(request, store.subjects());
        }
        String subject = path.get(1);
        if (path.size() == 2) {
            return version(store.lookUp(subject, writing(request).schema()));
        }
        if (!path.get(2).equals("versions") || path.size() > 4) {
            return unknown();
        }
        if (path.size() == 4) {
            return reading(request, version(store.version(subject, versionNumber(path.get(3)))));
        }
        return request.method().equals("POST")
                ? Map.of("id", store.register(subject, request.schema()))
                : reading(request, store.versions(subject));
    }

    private Object schemas(RegistryRequest request) throws RegistryException {
        List<String> path = request.path();
        if (path.equals(List.of("schemas", "types"))) {
            return reading(request, List.of("AVRO"));
        }
        if (path.size() != 3 || !path.get(1).equals("ids") || !path.get(2).matches("\\d{1,9}")) {
            return unknown();
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("schema", store.schema(Integer.parseInt(path.get(2))).toString());
        if (request.has("fetchMaxId")) {
            answer.put("maxId", store.maxId());
        }
        return reading(request, answer);
    }

    private Object config(RegistryRequest request) throws RegistryException {
        List<String> path = request.path();
        if (request.method().equals("PUT")) {
            var level = CompatibilityLevel.named(
                    request.body().path("compatibility").asText());
            if (path.size() == 1) {
                store.setDefaultLevel(level);
            } else {
                store.setLevel(path.get(1), level);
            }
            return Map.of("compatibility", level);
        }
        if (path.size() == 1) {
            return reading(request, Map.of("compatibilityLevel", store.defaultLevel()));
        }
        String subject = path.get(1);
        if (store.ownLevel(subject).isEmpty() && !request.has("defaultToGlobal")) {
            throw new RegistryException(
                    NO_LEVEL_OF_ITS_OWN,
                    "Subject '" + subject + "' does not have subject-level compatibility configured");
        }
        return reading(request, Map.of("compatibilityLevel", store.level(subject)));
    }

    private Object compatibility(RegistryRequest request) throws RegistryException {
        List<String> path = request.path();
        if (path.size() < 4
                || path.size() > 5
                || !path.get(1).equals("subjects")
                || !path.get(3).equals("versions")) {
            return unknown();
        }
        Schema candidate = writing(request).schema();
        List<String> objections = path.size() == 4
                ? store.objections(path.get(2), candidate)
                : store.objections(path.get(2), versionNumber(path.get(4)), candidate);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("is_compatible", objections.isEmpty());
        if (request.has("verbose")) {
            answer.put("messages", objections);
        }
        return answer;
    }

    private static Map<String, Object> version(SubjectStore.Registered found) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("subject", found.subject());
        answer.put("version", found.version());
        answer.put("id", found.id());
        answer.put("schema", found.schema().toString());
        return answer;
    }

    private static int versionNumber(String text) throws RegistryException {
        if (text.equals("latest") || text.equals("-1")) {
            return SubjectStore.LATEST;
        }
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new RegistryException(
                    INVALID_VERSION, "The version is not a positive number, nor the word \"latest\"");
        }
        return Integer.parseInt(text);
    }

    private static Object reading(RegistryRequest request, Object answer) throws RegistryException {
        require(request, "GET");
        return answer;
    }

    private static RegistryRequest writing(RegistryRequest request) throws RegistryException {
        require(request, "POST");
        return request;
    }

    private static void require(RegistryRequest request, String method) throws RegistryException {
        if (!request.method().equals(method)) {
            throw new RegistryException(METHOD_NOT_ALLOWED, request.method() + " is not supported here");
        }
    }

    private static Object unknown() throws RegistryException {
        throw new RegistryException(NOT_FOUND, "HTTP 404 Not Found");
    }
}
