package imr.dev.letters;

import imr.avro.LetterFormat;
import java.util.ArrayList;
import java.util.List;

/** Says what a reader should find in the letter of a case file. */
final class TruthWriter {

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
                file.format() == LetterFormat.V2 ? List.of() : file.reviewer().specialties(),
                file.worker().age(),
                file.worker().sex(),
                items(file));
    }

    private static List<String> states(CaseFile file) {
        return switch (file.format()) {
            case V1 -> file.reviewer().states().subList(0, 1);
            case V2 -> List.of();
            default -> file.reviewer().states();
        };
    }

    private static List<ItemTruth> items(CaseFile file) {
        boolean guidelines = file.format() != LetterFormat.V1 && file.format() != LetterFormat.V2;
        List<ItemTruth> items = new ArrayList<>(file.items().size());
        for (CaseItem item : file.items()) {
            Request request = item.request();
            items.add(new ItemTruth(
                    items.size() + 1,
                    item.label(),
                    item.requestInDispute(),
                    item.decision(),
                    guidelines ? item.administrator().text() : null,
                    guidelines ? item.reviewer().text() : null,
                    item.rationale(),
                    guidelines ? item.administrator().citations() : List.of(),
                    guidelines ? item.reviewer().citations() : List.of(),
                    request.treatmentName(),
                    request.drugClass(),
                    request.serviceCategory()));
        }
        return List.copyOf(items);
    }
}
