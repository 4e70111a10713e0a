package imr.dev.letters;

import imr.avro.CitationSource;
import imr.avro.LetterFormat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what a reader should find in the letter of a case file. */
final class TruthWriter {

    private static final CitationTruth CITED_IN_2014 = new CitationTruth(
            CitationSource.MTUS,
            LetterComposer.CHAPTER_OF_2014,
            null,
            List.of(),
            List.of(),
            LetterComposer.CHAPTER_OF_2014,
            "MTUS_CHRONIC_PAIN_2009");

    private TruthWriter() {}

    static LetterTruth of(CaseFile file) {
        CaseFile.Dates dates = file.dates();
        boolean header = file.hasHeader();
        boolean assignment = header && file.format() != LetterFormat.V1;
        return new LetterTruth(
                header ? file.caseNumber() : file.key(),
                file.format(),
                header ? file.caseNumber() : null,
                assignment ? dates.assigned() : null,
                dates.injury(),
                header ? dates.decision() : null,
                header ? dates.urDenial() : null,
                assignment ? file.priority() : null,
                header ? dates.received() : null,
                states(file),
                file.reviewer().specialties(),
                file.worker().age(),
                file.worker().sex(),
                items(file));
    }

    private static List<String> states(CaseFile file) {
        return switch (file.format()) {
            case V1, V2 -> file.reviewer().states().subList(0, 1);
            default -> file.reviewer().states();
        };
    }

    private static List<ItemTruth> items(CaseFile file) {
        List<ItemTruth> items = new ArrayList<>(file.items().size());
        for (CaseItem item : file.items()) {
            Request request = item.request();
            GuidelineTruth administrator = guideline(file, item.administrator(), LetterComposer.ADMINISTRATOR_OF_2014);
            GuidelineTruth reviewer = guideline(file, item.reviewer(), LetterComposer.REVIEWER_OF_2014);
            items.add(new ItemTruth(
                    items.size() + 1,
                    item.label(),
                    item.requestInDispute(),
                    item.decision(),
                    administrator.text(),
                    reviewer.text(),
                    item.rationale().text(),
                    item.rationale().contradicts(),
                    administrator.citations(),
                    reviewer.citations(),
                    request.treatmentName(),
                    request.drugClass(),
                    request.serviceCategory()));
        }
        return List.copyOf(items);
    }

    private record GuidelineTruth(@Nullable String text, List<CitationTruth> citations) {}

    /** Letters of 2013 have no such line, and those of 2014 cite the same chapter each time. */
    private static GuidelineTruth guideline(CaseFile file, GuidelineLine line, String of2014) {
        return switch (file.format()) {
            case V1 -> new GuidelineTruth(null, List.of());
            case V2 -> new GuidelineTruth(of2014, List.of(CITED_IN_2014));
            default -> new GuidelineTruth(line.text(), line.citations());
        };
    }
}
