package imr.truth;

import imr.avro.CitationSource;
import imr.dev.letters.CitationTruth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The names under which the sections that generated letters cite are counted, written down by hand. */
final class SectionNames {

    /** What letters print, where it isn't the reference's own name. */
    private static final Map<String, String> OTHER_SPELLINGS = Map.ofEntries(
            Map.entry("7) When to Continue Opioids", "Opioids, when to continue"),
            Map.entry("Barbiturate-containing analgesic agents", "Barbiturate-containing analgesic agents (BCAs)"),
            Map.entry("Criteria for use of opioids", "Opioids, criteria for use"),
            Map.entry("Functional restoration programs", "Functional restoration programs (FRPs)"),
            Map.entry("Gabapentin", "Gabapentin (Neurontin)"),
            Map.entry("Inital Care", "Initial Care"),
            Map.entry("Knee and Leg Disorders", "Knee Disorders"),
            Map.entry("Muscle relaxants", "Muscle relaxants (for pain)"),
            Map.entry(
                    "Naproxen (Naprosyn, EC-Naprosyn, Anaprox)",
                    "Naproxen (Naprosyn, EC-Naprosyn, Anaprox, Anaprox DS [otc], Naprelan)"),
            Map.entry("Opioids, On-Going Management", "Opioids, on-going management"),
            Map.entry("Physical Medicine", "Physical medicine"),
            Map.entry("Topical Analgesics", "Topical analgesics"));

    /** Chapters of the Official Disability Guidelines as letters print them. */
    private static final List<String> ODG_CHAPTERS = List.of(
            "Ankle and Foot",
            "Elbow",
            "Fitness for Duty",
            "Forearm, Wrist, and Hand",
            "Knee and Leg",
            "Low Back",
            "Mental Illness and Stress",
            "Neck and Upper Back",
            "Pain",
            "Shoulder");

    /** Chapters of ACOEM's third edition as letters print them. */
    private static final List<String> ACOEM_CHAPTERS = List.of(
            "Ankle and Foot Disorders",
            "Elbow Disorders",
            "Knee and Leg Disorders",
            "Low Back Disorders",
            "Shoulder Disorders");

    private SectionNames() {}

    static Set<String> of(CitationTruth citation) {
        if (citation.source() == CitationSource.NON_MTUS) {
            return switch (Objects.requireNonNullElse(citation.guidelineId(), "none")) {
                case "ODG" -> firstOf(ODG_CHAPTERS, citation.text());
                case "ACOEM_3RD_ED" -> firstOf(ACOEM_CHAPTERS, citation.text());
                default -> Set.of();
            };
        }
        return citation.sections().stream().map(SectionNames::spelling).collect(Collectors.toSet());
    }

    /** The chapter comes before the subject, whose name may hold another chapter's. */
    private static Set<String> firstOf(List<String> chapters, String text) {
        return chapters.stream()
                .filter(text::contains)
                .min(Comparator.comparingInt(text::indexOf))
                .map(chapter -> Set.of(chapters == ODG_CHAPTERS ? chapter.replace(" and ", " & ") : spelling(chapter)))
                .orElse(Set.of());
    }

    private static String spelling(String printed) {
        return OTHER_SPELLINGS.getOrDefault(printed, printed);
    }
}
