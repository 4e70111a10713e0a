package imr.ledger;

import imr.avro.Citation;
import imr.avro.CitationSource;
import imr.avro.Classification;
import imr.avro.Decision;
import imr.avro.Determination;
import imr.avro.Dimension;
import imr.avro.DisputedItem;
import imr.avro.GuidelineResolution;
import imr.avro.SeriesCount;
import imr.reference.Specialties;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a letter counts under: the value of each dimension for each of its items.
 *
 * <p>Values come from bounded vocabularies, and what lies outside of them is {@link #OTHER}, so that one odd letter
 * can't grow the number of series without end. An item may have several values of one dimension (two guidelines cited,
 * two specialties) and counts once under each.
 */
final class Series {

    /** The one value of {@link Dimension#ALL}. */
    static final String ALL = "ALL";

    /** Stands for every value outside of a vocabulary. */
    static final String OTHER = "OTHER";

    /** Stands for nothing cited. */
    static final String NONE = "NONE";

    private final Set<Dimension> dimensions;
    private final Set<String> claimsAdministrators;

    Series(Set<Dimension> dimensions, Set<String> claimsAdministrators) {
        this.dimensions = dimensions;
        this.claimsAdministrators = claimsAdministrators;
    }

    /** What the letter adds, one entry for each series it falls into, in a fixed order. */
    List<SeriesCount> counts(Determination determination) {
        Map<SeriesId, int[]> sums = new LinkedHashMap<>();
        for (DisputedItem item : determination.getItems()) {
            int overturned = item.getDecision() == Decision.OVERTURNED ? 1 : 0;
            for (Dimension dimension : dimensions) {
                for (String value : values(dimension, item)) {
                    int[] sum = sums.computeIfAbsent(new SeriesId(dimension, value), id -> new int[2]);
                    sum[0]++;
                    sum[1] += overturned;
                }
            }
        }
        List<SeriesCount> counts = new ArrayList<>(sums.size());
        sums.forEach((id, sum) -> counts.add(new SeriesCount(id.dimension(), id.value(), sum[0], sum[1])));
        return counts;
    }

    private Set<String> values(Dimension dimension, DisputedItem item) {
        return switch (dimension) {
            case ALL -> Set.of(ALL);
            case SERVICE_CATEGORY -> serviceCategory(item.getClassification());
            case DRUG_CLASS -> drugClass(item.getClassification());
            case TREATMENT -> treatment(item.getClassification());
            case GUIDELINE -> guidelines(item.getReviewerCitations());
            case GUIDELINE_SECTION -> guidelineSections(item.getReviewerCitations());
            case CITATION_BASIS -> citationBasis(item.getClaimsAdministratorCitations());
            case REVIEWER_SPECIALTY -> specialties(item.getLetter().getSpecialties());
            case CLAIMS_ADMINISTRATOR -> claimsAdministrator(item.getLetter().getClaimsAdministrator());
            case UNKNOWN -> Set.of();
        };
    }

    private static Set<String> serviceCategory(Classification classification) {
        return Set.of(
                classification == null
                        ? OTHER
                        : classification.getServiceCategory().name());
    }

    private static Set<String> drugClass(Classification classification) {
        return classification == null || classification.getDrugClass() == null
                ? Set.of()
                : Set.of(classification.getDrugClass().name());
    }

    private static Set<String> treatment(Classification classification) {
        return Set.of(
                classification == null || classification.getTreatmentName() == null
                        ? OTHER
                        : classification.getTreatmentName());
    }

    private static Set<String> guidelines(List<Citation> citations) {
        Set<String> values = new LinkedHashSet<>();
        for (Citation citation : citations) {
            GuidelineResolution resolution = citation.getResolution();
            if (citation.getSource() == CitationSource.NONE) {
                values.add(NONE);
            } else if (resolution != null && resolution.getGuidelineId() != null) {
                values.add(resolution.getGuidelineId());
            } else if (citation.getSource() != CitationSource.OUTSIDE_MTUS) {
                values.add(OTHER);
            }
        }
        return values.isEmpty() ? Set.of(OTHER) : values;
    }

    private static Set<String> guidelineSections(List<Citation> citations) {
        Set<String> values = new LinkedHashSet<>();
        for (Citation citation : citations) {
            GuidelineResolution resolution = citation.getResolution();
            if (resolution != null && resolution.getGuidelineId() != null) {
                for (String section : resolution.getSections()) {
                    values.add(resolution.getGuidelineId() + ": " + section);
                }
            }
        }
        return values;
    }

    /** A statement that the decision lies outside of the schedule counts as citing something other than it. */
    private static Set<String> citationBasis(List<Citation> citations) {
        Set<String> values = new LinkedHashSet<>();
        for (Citation citation : citations) {
            values.add(
                    switch (citation.getSource()) {
                        case MTUS -> "MTUS";
                        case NON_MTUS, OUTSIDE_MTUS -> "NON_MTUS";
                        case NONE -> NONE;
                        case UNKNOWN -> OTHER;
                    });
        }
        return values.isEmpty() ? Set.of(OTHER) : values;
    }

    private static Set<String> specialties(List<String> printed) {
        Set<String> values = new LinkedHashSet<>();
        for (String name : printed) {
            String specialty = Specialties.normalise(name);
            values.add(specialty == null ? OTHER : specialty);
        }
        return values;
    }

    private Set<String> claimsAdministrator(String name) {
        if (name == null) {
            return Set.of();
        }
        return Set.of(claimsAdministrators.contains(name) ? name : OTHER);
    }
}
