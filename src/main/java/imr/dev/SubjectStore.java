package imr.dev;

import static imr.dev.RegistryException.INCOMPATIBLE;
import static imr.dev.RegistryException.SCHEMA_NOT_FOUND;
import static imr.dev.RegistryException.SUBJECT_NOT_FOUND;
import static imr.dev.RegistryException.VERSION_NOT_FOUND;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.avro.Schema;

/**
 * What the registry remembers. One schema text has one id whatever subjects it is registered under; ids and versions
 * count from 1 and are never given twice.
 */
final class SubjectStore {
    /** The version number that stands for a subject's newest. */
    static final int LATEST = -1;

    private final List<Schema> schemas = new ArrayList<>();
    private final Map<String, Integer> idsByText = new HashMap<>();
    private final Map<String, List<Integer>> idsBySubject = new TreeMap<>();
    private final Map<String, CompatibilityLevel> levels = new HashMap<>();
    private CompatibilityLevel defaultLevel = CompatibilityLevel.BACKWARD;

    /** One version of a subject. */
    record Registered(String subject, int version, int id, Schema schema) {}

    /** Registers a schema unless the subject has it, and returns its id. */
    synchronized int register(String subject, Schema schema) throws RegistryException {
        List<Integer> known = idsBySubject.getOrDefault(subject, List.of());
        Integer id = idsByText.get(schema.toString());
        if (id != null && known.contains(id)) {
            return id;
        }
        List<String> objections = level(subject).objections(schema, schemasOf(known));
        if (!objections.isEmpty()) {
            throw new RegistryException(
                    INCOMPATIBLE,
                    "Schema being registered is incompatible with an earlier schema for subject \"" + subject + "\": "
                            + objections);
        }
        int assigned = id == null ? add(schema) : id;
        idsBySubject.computeIfAbsent(subject, key -> new ArrayList<>()).add(assigned);
        return assigned;
    }

    synchronized Registered lookUp(String subject, Schema schema) throws RegistryException {
        List<Integer> known = idsOf(subject);
        Integer id = idsByText.get(schema.toString());
        if (id == null || !known.contains(id)) {
            throw new RegistryException(SCHEMA_NOT_FOUND, "Schema not found");
        }
        return new Registered(subject, known.indexOf(id) + 1, id, schemas.get(id - 1));
    }

    synchronized Registered version(String subject, int version) throws RegistryException {
        List<Integer> known = idsOf(subject);
        int wanted = version == LATEST ? known.size() : version;
        if (wanted > known.size()) {
            throw new RegistryException(VERSION_NOT_FOUND, "Version " + wanted + " not found.");
        }
        int id = known.get(wanted - 1);
        return new Registered(subject, wanted, id, schemas.get(id - 1));
    }

    synchronized Schema schema(int id) throws RegistryException {
        if (id < 1 || id > schemas.size()) {
            throw new RegistryException(SCHEMA_NOT_FOUND, "Schema " + id + " not found");
        }
        return schemas.get(id - 1);
    }

    synchronized int maxId() {
        return schemas.size();
    }

    synchronized List<String> subjects() {
        return List.copyOf(idsBySubject.keySet());
    }

    synchronized List<Integer> versions(String subject) throws RegistryException {
        return IntStream.rangeClosed(1, idsOf(subject).size()).boxed().toList();
    }

    /** What speaks against registering a schema, judged against all that the subject's level asks for. */
    synchronized List<String> objections(String subject, Schema candidate) {
        return level(subject).objections(candidate, schemasOf(idsBySubject.getOrDefault(subject, List.of())));
    }

    /** What speaks against a schema, judged against one version only. A subject without versions has no objections. */
    synchronized List<String> objections(String subject, int version, Schema candidate) throws RegistryException {
        if (version == LATEST && !idsBySubject.containsKey(subject)) {
            return List.of();
        }
        return level(subject)
                .objections(candidate, List.of(version(subject, version).schema()));
    }

    synchronized CompatibilityLevel level(String subject) {
        return levels.getOrDefault(subject, defaultLevel);
    }

    synchronized Optional<CompatibilityLevel> ownLevel(String subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    synchronized CompatibilityLevel defaultLevel() {
        return defaultLevel;
    }

    synchronized void setLevel(String subject, CompatibilityLevel level) {
        levels.put(subject, level);
    }

    synchronized void setDefaultLevel(CompatibilityLevel level) {
        defaultLevel = level;
    }

    private int add(Schema schema) {
        schemas.add(schema);
        idsByText.put(schema.toString(), schemas.size());
        return schemas.size();
    }

    private List<Integer> idsOf(String subject) throws RegistryException {
        List<Integer> ids = idsBySubject.get(subject);
        if (ids == null) {
            throw new RegistryException(SUBJECT_NOT_FOUND, "Subject '" + subject + "' not found.");
        }
        return ids;
    }

    private List<Schema> schemasOf(List<Integer> ids) {
        return ids.stream().map(id -> schemas.get(id - 1)).toList();
    }
}
