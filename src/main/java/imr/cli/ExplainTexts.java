package imr.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import imr.avro.Citation;
import imr.avro.Guideline;
import imr.avro.LetterFormat;
import imr.avro.Treatment;
import imr.guideline.BundledGuidelines;
import imr.guideline.Explanation;
import imr.guideline.GuidelineCatalog;
import imr.guideline.TreatmentVocabulary;
import imr.letter.CitationLine;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Explains requests and citations by one state of the reference. */
final class ExplainTexts {

    private final Console console;
    private final TreatmentVocabulary vocabulary;
    private final GuidelineCatalog catalog;
    private final LetterFormat format;
    private final @Nullable LocalDate decided;
    private final Ink ink = Ink.ofProcess();
    private String apart = "";

    /** @param tables the reference; a table that isn't among them is the bundled one */
    ExplainTexts(Console console, List<GivenTable<?>> tables, LetterFormat format, @Nullable LocalDate decided) {
        this.console = console;
        this.format = format;
        this.decided = decided;
        List<Guideline> guidelines = of(ReferenceKind.GUIDELINES, tables);
        List<Treatment> treatments = of(ReferenceKind.TREATMENTS, tables);
        this.catalog = new GuidelineCatalog(guidelines.isEmpty() ? BundledGuidelines.load() : guidelines);
        this.vocabulary = treatments.isEmpty() ? TreatmentVocabulary.bundled() : TreatmentVocabulary.of(treatments);
    }

    private static <T extends SpecificRecord> List<T> of(ReferenceKind<T> kind, List<GivenTable<?>> tables) {
        return tables.stream()
                .filter(table -> table.kind().equals(kind))
                .flatMap(table -> table.values().stream())
                .map(kind.type()::cast)
                .toList();
    }

    void print(List<String> requests, List<String> lines) throws IOException, CommandFailed {
        for (String request : requests) {
            print(request, vocabulary.explain(request));
        }
        for (String line : lines) {
            List<Citation> citations = CitationLine.citations(line);
            if (citations.isEmpty()) {
                throw new CommandFailed("nothing that reads like a citation in \"" + line
                        + "\"; begin it with MTUS or Non-MTUS Citation");
            }
            for (Citation citation : citations) {
                print(citation.getText(), catalog.explain(citation, format, decided));
            }
        }
    }

    private void print(String text, Explanation<? extends IndexedRecord> explanation) throws IOException {
        console.out().write(apart.getBytes(UTF_8));
        apart = "\n";
        for (String line : ExplainedText.of(text, explanation, ink)) {
            console.print("%s", line);
        }
    }
}
