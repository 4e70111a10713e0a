package imr.cli;

import imr.avro.Guideline;
import imr.avro.GuidelineSection;
import imr.cli.TableWriter.CsvRow;
import imr.guideline.BundledGuidelines;
import imr.guideline.BundledTreatments;
import imr.names.Topics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** One table of the reference in one form. */
final class ReferenceExport {

    private final Table table;
    private final Format format;

    /** What can be exported; sections are within the guidelines in every form but CSV. */
    enum Table {
        GUIDELINES,
        SECTIONS,
        TREATMENTS
    }

    /** The form of an export. */
    enum Format {
        JSON,
        JSONL,
        CSV
    }

    ReferenceExport(Table table, Format format) {
        this.table = table;
        this.format = format;
    }

    /** Whether a table has that form. */
    static boolean exists(Table table, Format format) {
        return table != Table.SECTIONS || format == Format.CSV;
    }

    /** What comes with the program. */
    String bundled() throws IOException {
        return switch (table) {
            case GUIDELINES -> records(ReferenceKind.GUIDELINES, BundledGuidelines.load());
            case SECTIONS -> sections(BundledGuidelines.load());
            case TREATMENTS -> records(ReferenceKind.TREATMENTS, BundledTreatments.load());
        };
    }

    /** What the topic holds now. */
    String of(Topics topics, ReferenceContent content) throws IOException, CommandFailed {
        return switch (table) {
            case GUIDELINES ->
                records(
                        ReferenceKind.GUIDELINES,
                        content.of(topics.guidelines()).values());
            case SECTIONS -> sections(content.of(topics.guidelines()).values());
            case TREATMENTS ->
                records(
                        ReferenceKind.TREATMENTS,
                        content.of(topics.treatments()).values());
        };
    }

    private <T extends SpecificRecord> String records(ReferenceKind<T> kind, Collection<T> records) throws IOException {
        List<T> byId = byId(kind, records);
        return switch (format) {
            case JSON -> TableWriter.json(byId);
            case JSONL -> TableWriter.jsonLines(byId);
            case CSV ->
                TableWriter.csv(
                        SpecificData.get().getSchema(kind.type()),
                        null,
                        byId.stream().map(record -> new CsvRow(null, record)).toList());
        };
    }

    private static String sections(Collection<Guideline> guidelines) throws IOException {
        List<CsvRow> rows = new ArrayList<>();
        for (Guideline guideline : byId(ReferenceKind.GUIDELINES, guidelines)) {
            for (GuidelineSection section : guideline.getSections()) {
                rows.add(new CsvRow(guideline.getId(), section));
            }
        }
        return TableWriter.csv(GuidelineSection.getClassSchema(), "guideline", rows);
    }

    private static <T extends SpecificRecord> List<T> byId(ReferenceKind<T> kind, Collection<T> records) {
        return records.stream().sorted(Comparator.comparing(kind.id())).toList();
    }
}
