package imr.ledger;

import imr.avro.Citation;
import imr.avro.CitationSource;
import imr.avro.Classification;
import imr.avro.Decision;
import imr.avro.Determination;
import imr.avro.DisputedItem;
import imr.avro.DrugClass;
import imr.avro.Fingerprint;
import imr.avro.GuidelineResolution;
import imr.avro.Letter;
import imr.avro.LetterFormat;
import imr.avro.ResolutionMethod;
import imr.avro.ServiceCategory;
import imr.avro.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Small determinations for tests, without a letter behind them. */
final class Determinations {

    static final Span NOWHERE = new Span(0, 0);

    private Determinations() {}

    /** A determination with one item for each decision, told from others of its id by the text it stands for. */
    static Determination of(String letterId, String text, Decision... decisions) {
        List<DisputedItem> items = new ArrayList<>();
        for (Decision decision : decisions) {
            items.add(item(letterId, items.size() + 1, decision).build());
        }
        return new Determination(letterId, fingerprint(text), items, List.of());
    }

    static Determination of(DisputedItem... items) {
        return new Determination(items[0].getLetterId(), fingerprint("text"), Arrays.asList(items), List.of());
    }

    static DisputedItem.Builder item(String letterId, int position, Decision decision) {
        return DisputedItem.newBuilder()
                .setLetterId(letterId)
                .setPosition(position)
                .setLetter(letter().build())
                .setTreatment("Norco 10/325mg #60")
                .setRequestInDispute("Norco 10/325mg #60")
                .setDecision(decision)
                .setClaimsAdministratorCitations(List.of(citation(CitationSource.NONE, null)))
                .setReviewerCitations(List.of(citation(CitationSource.MTUS, "MTUS_OPIOIDS_2016", "2. Subacute")))
                .setSpan(NOWHERE)
                .setClassification(Classification.newBuilder()
                        .setTreatmentName("hydrocodone/acetaminophen")
                        .setDrugClass(DrugClass.OPIOIDS)
                        .setServiceCategory(ServiceCategory.PHARMACEUTICALS)
                        .build());
    }

    static Letter.Builder letter() {
        return Letter.newBuilder().setFormat(LetterFormat.V3B).setSpecialties(List.of("Pain Management"));
    }

    static Citation citation(CitationSource source, String guidelineId, String... sections) {
        GuidelineResolution resolution = guidelineId == null
                ? null
                : new GuidelineResolution(
                        ResolutionMethod.EXACT, guidelineId, "Title", 2016, null, List.of(sections), List.of());
        return new Citation(source, null, null, List.of(), List.of(), "", NOWHERE, resolution, null, null);
    }

    static Fingerprint fingerprint(String text) {
        return new Fingerprint(Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), 16));
    }
}
