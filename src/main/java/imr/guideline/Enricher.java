package imr.guideline;

import imr.avro.Citation;
import imr.avro.Determination;
import imr.avro.DisputedItem;
import imr.avro.Guideline;
import imr.avro.Letter;
import imr.avro.Treatment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Adds to a letter what the reference knows of it: a resolution to each citation and a classification to each item.
 *
 * @param catalog the guideline reference
 * @param vocabulary the treatment vocabulary
 * @param referenceVersion goes with every item, to tell by what it was enriched
 */
public record Enricher(GuidelineCatalog catalog, TreatmentVocabulary vocabulary, String referenceVersion) {

    /** Makes an enricher of these; the same ones in any order make the same enricher. */
    public static Enricher of(Collection<Guideline> guidelines, Collection<Treatment> treatments) {
        return new Enricher(
                new GuidelineCatalog(guidelines),
                TreatmentVocabulary.of(treatments),
                ReferenceVersion.of(guidelines, treatments));
    }

    /** Makes an enricher of the reference that comes with the program. */
    public static Enricher bundled() {
        return of(BundledGuidelines.load(), BundledTreatments.load());
    }

    /** Returns the letter with citations resolved and treatments classified. What it had of either is replaced. */
    public Determination enrich(Determination determination) {
        List<DisputedItem> items = new ArrayList<>(determination.getItems().size());
        for (DisputedItem item : determination.getItems()) {
            items.add(enrich(item));
        }
        return new Determination(
                determination.getLetterId(), determination.getFingerprint(), items, determination.getWarnings());
    }

    private DisputedItem enrich(DisputedItem item) {
        return new DisputedItem(
                item.getLetterId(),
                item.getPosition(),
                item.getLetter(),
                item.getTreatment(),
                item.getRequestInDispute(),
                item.getDecision(),
                item.getClaimsAdministratorGuideline(),
                item.getReviewerGuideline(),
                enrich(item.getClaimsAdministratorCitations(), item.getLetter()),
                enrich(item.getReviewerCitations(), item.getLetter()),
                item.getRationale(),
                item.getSpan(),
                vocabulary.classify(item.getRequestInDispute()),
                item.getDetails(),
                item.getSpans(),
                referenceVersion);
    }

    private List<Citation> enrich(List<Citation> citations, Letter letter) {
        List<Citation> enriched = new ArrayList<>(citations.size());
        for (Citation citation : citations) {
            enriched.add(new Citation(
                    citation.getSource(),
                    citation.getChapter(),
                    citation.getEdition(),
                    citation.getSections(),
                    citation.getPages(),
                    citation.getText(),
                    citation.getSpan(),
                    catalog.resolve(citation, letter.getFormat(), letter.getDecisionDate()),
                    citation.getBody(),
                    citation.getSpans()));
        }
        return enriched;
    }
}
