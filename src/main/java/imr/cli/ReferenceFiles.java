package imr.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import imr.avro.Guideline;
import imr.avro.GuidelineSection;
import imr.cli.GivenTable.Given;
import imr.cli.TableFile.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options that name reference tables of the user's own; without any, the bundled ones are meant. */
final class ReferenceFiles {

    private static final String SECTIONS = "sections";
    private static final String OWNER = "guideline";

    @Spec(Target.MIXEE)
    private @Nullable CommandSpec verb;

    @Option(
            names = "--guidelines",
            paramLabel = "FILE",
            description = "Guidelines of your own: .json (an array), .jsonl, .csv or .tsv. May be repeated.")
    private List<Path> guidelines = List.of();

    @Option(
            names = "--sections",
            paramLabel = "FILE",
            description =
                    "Their sections as CSV, with the guideline's id in the column guideline; in JSON they are within"
                            + " the guideline. Guidelines that say nothing of sections keep those they have.")
    private List<Path> sections = List.of();

    @Option(
            names = "--treatments",
            paramLabel = "FILE",
            description = "Treatments of your own, in the same forms. May be repeated.")
    private List<Path> treatments = List.of();

    boolean any() {
        return !guidelines.isEmpty() || !sections.isEmpty() || !treatments.isEmpty();
    }

    /**
     * The tables named, or both bundled ones if none is.
     *
     * @throws CommandFailed if anything is wrong with a file; it then names everything
     */
    List<GivenTable<?>> tables() throws CommandFailed {
        if (!sections.isEmpty() && guidelines.isEmpty() && verb != null) {
            throw new ParameterException(
                    verb.commandLine(), "--sections needs --guidelines, the file of the guidelines they belong to");
        }
        List<GivenTable<?>> tables = new ArrayList<>();
        TableProblems problems = new TableProblems();
        if (!any()) {
            tables.add(GivenTable.bundled(ReferenceKind.GUIDELINES));
            tables.add(GivenTable.bundled(ReferenceKind.TREATMENTS));
        }
        if (!guidelines.isEmpty()) {
            tables.add(guidelines(problems));
        }
        if (!treatments.isEmpty()) {
            Map<String, Row> rows = rows(ReferenceKind.TREATMENTS, treatments, problems);
            tables.add(table(ReferenceKind.TREATMENTS, names(treatments), rows, problems));
        }
        problems.stop();
        for (GivenTable<?> table : tables) {
            table.check(Map.of(), problems);
        }
        problems.stop();
        return tables;
    }

    private GivenTable<Guideline> guidelines(TableProblems problems) {
        Map<String, Row> rows = rows(ReferenceKind.GUIDELINES, guidelines, problems);
        for (Path file : sections) {
            for (Row row : TableFile.read(file, lists(GuidelineSection.getClassSchema()), problems)) {
                addSection(row, rows, problems);
            }
        }
        return table(ReferenceKind.GUIDELINES, names(guidelines), rows, problems);
    }

    /** Rows by id, which is what one row has to be told from another by. */
    private static Map<String, Row> rows(ReferenceKind<?> kind, List<Path> files, TableProblems problems) {
        Map<String, Row> rows = new LinkedHashMap<>();
        Set<String> lists = lists(SpecificData.get().getSchema(kind.type()));
        for (Path file : files) {
            for (Row row : TableFile.read(file, lists, problems)) {
                String id = text(row.values().get("id"));
                Row first = rows.putIfAbsent(id.isEmpty() ? row.place().toString() : id, row);
                if (first != null) {
                    problems.add(row.place(), "id", id + " was given before, at " + first.place());
                } else if (!id.chars().allMatch(ReferenceFiles::isOfIds)) {
                    problems.add(
                            row.place(), "id", "\"" + id + "\": an id is made of letters, digits, hyphens, . and _");
                }
            }
        }
        return rows;
    }

    private static boolean isOfIds(int c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }

    private static void addSection(Row section, Map<String, Row> guidelines, TableProblems problems) {
        String id = text(section.values().remove(OWNER));
        Row guideline = guidelines.get(id);
        boolean fits = RowReader.read(section, GuidelineSection.class, problems) != null;
        if (guideline == null) {
            problems.add(section.place(), OWNER, "no guideline \"" + id + "\" in the files given with --guidelines");
        } else if (fits) {
            guideline.values().withArray(SECTIONS).add(section.values());
        }
    }

    private static <T extends SpecificRecord> GivenTable<T> table(
            ReferenceKind<T> kind, String origin, Map<String, Row> rows, TableProblems problems) {
        Map<String, Given<T>> records = new LinkedHashMap<>();
        for (Row row : rows.values()) {
            T record = RowReader.read(row, kind.type(), problems);
            if (record != null) {
                records.put(kind.id().apply(record), new Given<>(record, row.place(), isWhole(row.values())));
            }
        }
        return new GivenTable<>(kind, origin, records);
    }

    private static boolean isWhole(ObjectNode values) {
        return values.has(SECTIONS);
    }

    private static Set<String> lists(Schema schema) {
        return schema.getFields().stream()
                .filter(field -> field.schema().getType() == Schema.Type.ARRAY)
                .map(Schema.Field::name)
                .collect(Collectors.toSet());
    }

    private static String names(List<Path> files) {
        return files.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    private static String text(@Nullable JsonNode value) {
        return value == null ? "" : value.asText().strip();
    }
}
