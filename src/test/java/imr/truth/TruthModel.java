package imr.truth;

import imr.avro.CitationSource;
import imr.avro.Decision;
import imr.avro.Dimension;
import imr.avro.OutcomeKey;
import imr.avro.WindowStep;
import imr.dev.letters.CitationTruth;
import imr.dev.letters.ItemTruth;
import imr.dev.letters.LetterTruth;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All windows of all dimensions for a stream of letters, one letter after the other on a single thread.
 *
 * <p>It knows of no changes: what counts is found by going through the letters that are current in the end.
 */
public final class TruthModel {

    /** Specialties that generated letters print with damage. */
    private static final Map<String, String> SPECIALTY_SPELLINGS = Map.of("Sports Medicinea", "Sports Medicine");

    /** A letter as it was counted. */
    private record Counted(LetterTruth letter, String claimsAdministrator, Instant eventTime) {}

    private final ZoneId zone;
    private final Set<String> claimsAdministrators;
    private final Map<String, Counted> current = new HashMap<>();

    public TruthModel(ZoneId zone, Set<String> claimsAdministrators) {
        this.zone = zone;
        this.claimsAdministrators = claimsAdministrators;
    }

    /** A letter that is the first of its id or supersedes the one before. */
    public void count(LetterTruth letter, String claimsAdministrator, Instant eventTime) {
        current.put(letter.letterId(), new Counted(letter, claimsAdministrator, eventTime));
    }

    /** What is counted by window. */
    public Map<OutcomeKey, Expected> outcomes() {
        Map<OutcomeKey, Expected> windows = new HashMap<>();
        for (Counted counted : current.values()) {
            windowsOf(counted).forEach((window, items) -> {
                Expected expected = windows.computeIfAbsent(window, key -> new Expected());
                expected.letters++;
                for (ItemTruth item : items) {
                    expected.items++;
                    if (item.decision() == Decision.OVERTURNED) {
                        expected.overturned++;
                    } else {
                        expected.upheld++;
                    }
                }
            });
        }
        return windows;
    }

    /** The current items by the key of their record. */
    public Map<String, ItemTruth> items() {
        Map<String, ItemTruth> items = new TreeMap<>();
        current.forEach((letterId, counted) ->
                counted.letter().items().forEach(item -> items.put(letterId + "#" + item.position(), item)));
        return items;
    }

    private Map<OutcomeKey, List<ItemTruth>> windowsOf(Counted counted) {
        Map<OutcomeKey, List<ItemTruth>> windows = new HashMap<>();
        Instant hour = startOfHour(counted.eventTime());
        Instant day = LocalDateTime.ofInstant(counted.eventTime(), zone)
                .toLocalDate()
                .atStartOfDay(zone)
                .toInstant();
        for (ItemTruth item : counted.letter().items()) {
            for (Dimension dimension : Dimension.values()) {
                for (String value : values(dimension, item, counted)) {
                    windows.computeIfAbsent(
                                    new OutcomeKey(dimension, value, WindowStep.HOUR, hour), k -> new ArrayList<>())
                            .add(item);
                    windows.computeIfAbsent(
                                    new OutcomeKey(dimension, value, WindowStep.DAY, day), k -> new ArrayList<>())
                            .add(item);
                }
            }
        }
        return windows;
    }

    private Instant startOfHour(Instant time) {
        OffsetDateTime local = time.atOffset(zone.getRules().getOffset(time));
        return local.minusMinutes(local.getMinute())
                .minusSeconds(local.getSecond())
                .minusNanos(local.getNano())
                .toInstant();
    }

    private Set<String> values(Dimension dimension, ItemTruth item, Counted counted) {
        Set<String> values = new HashSet<>();
        switch (dimension) {
            case ALL -> values.add("ALL");
            case SERVICE_CATEGORY -> values.add(item.serviceCategory().name());
            case DRUG_CLASS -> {
                if (item.drugClass() != null) {
                    values.add(item.drugClass().name());
                }
            }
            case TREATMENT -> values.add(item.treatmentName() == null ? "OTHER" : item.treatmentName());
            case GUIDELINE -> {
                for (CitationTruth citation : item.reviewerCitations()) {
                    if (citation.source() == CitationSource.NONE) {
                        values.add("NONE");
                    } else if (citation.source() != CitationSource.OUTSIDE_MTUS) {
                        values.add(citation.guidelineId() == null ? "OTHER" : citation.guidelineId());
                    }
                }
                if (values.isEmpty()) {
                    values.add("OTHER");
                }
            }
            case GUIDELINE_SECTION -> {
                for (CitationTruth citation : item.reviewerCitations()) {
                    for (String section : SectionNames.of(citation)) {
                        values.add(citation.guidelineId() + ": " + section);
                    }
                }
            }
            case CITATION_BASIS -> {
                for (CitationTruth citation : item.claimsAdministratorCitations()) {
                    values.add(
                            citation.source() == CitationSource.OUTSIDE_MTUS
                                    ? "NON_MTUS"
                                    : citation.source().name());
                }
                if (values.isEmpty()) {
                    values.add("OTHER");
                }
            }
            case REVIEWER_SPECIALTY ->
                counted.letter()
                        .specialties()
                        .forEach(name -> values.add(SPECIALTY_SPELLINGS.getOrDefault(name, name)));
            case CLAIMS_ADMINISTRATOR -> {
                String name = counted.claimsAdministrator();
                if (name != null) {
                    values.add(claimsAdministrators.contains(name) ? name : "OTHER");
                }
            }
            case UNKNOWN -> {}
        }
        return values;
    }
}
