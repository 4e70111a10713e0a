package imr.guideline;

import imr.avro.Classification;
import imr.avro.DrugClass;
import imr.avro.ServiceCategory;
import imr.avro.Treatment;
import imr.avro.TreatmentKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The treatments in the forms in which requests are compared with them. Anyone may publish treatments, so that none of
 * them stops the processor: what does not fit is left out or set right, the same way whatever the order, and noted.
 */
final class TreatmentTables {
    private static final Comparator<Treatment> ONE_ORDER =
            Comparator.comparing(Treatment::getId).thenComparing(Treatment::toString);

    final RequestGrammar grammar;
    final PhraseTrie<Term> terms;
    final Set<String> singleWords = new HashSet<>();
    final Set<String> knownWords = new HashSet<>();
    final List<String> problems = new ArrayList<>();

    private final PhraseTrie<String> owners = new PhraseTrie<>();

    TreatmentTables(RequestGrammar grammar, Collection<Treatment> treatments) {
        this.grammar = grammar;
        this.terms = new PhraseTrie<>(word ->
                RequestWords.isAmount(word) || RequestWords.isSpinalLevel(word) || grammar.between.contains(word));
        knownWords.addAll(grammar.words);
        List<Treatment> inOrder = new ArrayList<>(treatments);
        inOrder.sort(ONE_ORDER);
        // A name is the treatment's own before it is a spelling of any other.
        for (Treatment treatment : inOrder) {
            add(treatment, treatment.getName());
        }
        for (Treatment treatment : inOrder) {
            for (String spelling : spellings(treatment)) {
                add(treatment, spelling);
            }
        }
        inOrder.forEach(this::checkClass);
    }

    /** Every spelling but the name: aliases, and what patterns stand for. */
    private List<String> spellings(Treatment treatment) {
        List<String> spellings = new ArrayList<>(treatment.getAliases());
        for (String pattern : treatment.getPatterns()) {
            try {
                spellings.addAll(SpellingPattern.expand(pattern));
            } catch (IllegalArgumentException e) {
                problems.add(treatment.getId() + ": " + e.getMessage());
            }
        }
        return spellings;
    }

    private void add(Treatment treatment, String spelling) {
        List<String> words = grammar.cutter.of(spelling);
        if (words.isEmpty()) {
            problems.add(treatment.getId() + ": nothing to compare in \"" + spelling + "\"");
            return;
        }
        String owner = owners.add(words, treatment.getId());
        if (owner != null) {
            if (!owner.equals(treatment.getId())) {
                problems.add(treatment.getId() + ": \"" + spelling + "\" belongs to " + owner);
            }
            return;
        }
        terms.add(words, term(treatment));
        knownWords.addAll(words);
        if (words.size() == 1) {
            singleWords.add(words.get(0));
        }
    }

    private void checkClass(Treatment treatment) {
        if ((treatment.getDrugClass() != null) != isMedicine(treatment.getKind())) {
            problems.add(treatment.getId() + ": a drug class and being a " + treatment.getKind() + " don't agree");
        }
    }

    private static Term term(Treatment treatment) {
        String broader = treatment.getCountedAs();
        DrugClass drugClass = drugClass(treatment);
        return new Term(
                Term.Kind.valueOf(treatment.getKind().name()),
                new Classification(
                        broader == null ? treatment.getName() : broader,
                        drugClass,
                        treatment.getServiceCategory(),
                        drugClass == null ? subcategory(treatment) : drugClass.name(),
                        broader == null ? null : treatment.getName(),
                        treatment.getGeneric(),
                        List.of()));
    }

    private static String subcategory(Treatment treatment) {
        return treatment.getSubcategory() == null ? ServiceCategory.OTHER.name() : treatment.getSubcategory();
    }

    /** Drugs have a class and nothing else has; the rules rely on it. */
    private static @Nullable DrugClass drugClass(Treatment treatment) {
        if (!isMedicine(treatment.getKind())) {
            return null;
        }
        return treatment.getDrugClass() == null ? DrugClass.OTHER_DRUG : treatment.getDrugClass();
    }

    private static boolean isMedicine(TreatmentKind kind) {
        return kind == TreatmentKind.DRUG || kind == TreatmentKind.PRODUCT;
    }
}
