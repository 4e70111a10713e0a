package imr.guideline;

import imr.avro.Guideline;
import imr.avro.GuidelineSection;
import imr.avro.GuidelineSource;
import imr.reference.ReferenceTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The guideline reference that comes with the program, to be published to the reference topic. */
public final class BundledGuidelines {
    private static final String SECTIONS = "guideline-sections.tsv";

    private BundledGuidelines() {}

    /**
     * Reads the bundled reference.
     *
     * @return the guidelines with their sections, in the table's order
     * @throws IllegalStateException if a table is malformed, naming its line
     */
    public static List<Guideline> load() {
        Map<String, List<GuidelineSection>> sections = new LinkedHashMap<>();
        List<Guideline> guidelines = new ArrayList<>();
        for (ReferenceTable.Row row : ReferenceTable.load("guidelines.tsv").rows()) {
            List<GuidelineSection> ownSections = new ArrayList<>();
            if (sections.put(row.get("id"), ownSections) != null) {
                throw row.error("a second " + row.get("id"));
            }
            guidelines.add(guideline(row, ownSections));
        }
        for (ReferenceTable.Row row : ReferenceTable.load(SECTIONS).rows()) {
            List<GuidelineSection> ownSections = sections.get(row.get("guideline"));
            if (ownSections == null) {
                throw row.error("no guideline " + row.get("guideline"));
            }
            ownSections.add(section(row));
        }
        return guidelines;
    }

    private static Guideline guideline(ReferenceTable.Row row, List<GuidelineSection> sections) {
        String effectiveFrom = row.optional("effectiveFrom");
        return new Guideline(
                row.get("id"),
                GuidelineSource.valueOf(row.get("source")),
                row.get("title"),
                row.get("publication"),
                row.number("year"),
                effectiveFrom == null ? null : LocalDate.parse(effectiveFrom),
                row.optional("regulationSection"),
                row.number("pageCount"),
                row.list("aliases"),
                sections,
                row.get("provenance"),
                row.get("publisher"),
                row.optional("link"));
    }

    private static GuidelineSection section(ReferenceTable.Row row) {
        @Nullable Integer first = row.number("firstPage");
        @Nullable Integer last = row.number("lastPage");
        if ((first == null) != (last == null) || (first != null && last != null && (first < 1 || last < first))) {
            throw row.error("pages are not a range");
        }
        return new GuidelineSection(row.get("name"), row.list("aliases"), first, last, row.get("provenance"));
    }
}
