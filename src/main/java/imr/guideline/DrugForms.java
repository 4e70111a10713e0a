package imr.guideline;

import imr.avro.Classification;
import imr.avro.DrugClass;
import imr.avro.ServiceCategory;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the form in which a drug is given says of its class. */
final class DrugForms {
    /** Classes that are taken by mouth: in a cream, their drugs have been mixed into it by a pharmacy. */
    private static final Set<DrugClass> BY_MOUTH = EnumSet.of(
            DrugClass.OPIOIDS,
            DrugClass.NSAIDS,
            DrugClass.MUSCLE_RELAXANTS,
            DrugClass.ANTIEPILEPTICS,
            DrugClass.ANTIDEPRESSANTS,
            DrugClass.MISC_ANALGESICS);
    /** Classes whose drugs are parts of such mixtures. */
    private static final Set<DrugClass> MIXED = EnumSet.of(
            DrugClass.OPIOIDS,
            DrugClass.NSAIDS,
            DrugClass.MUSCLE_RELAXANTS,
            DrugClass.ANTIEPILEPTICS,
            DrugClass.ANTIDEPRESSANTS,
            DrugClass.MISC_ANALGESICS,
            DrugClass.TOPICAL_ANALGESICS,
            DrugClass.CORTICOSTEROIDS,
            DrugClass.ANTIHYPERTENSIVES,
            DrugClass.OTHER_DRUG);

    private static final String MIXTURE = "topical compound";

    private final TreatmentTables tables;
    private final PhraseTrie.@Nullable Match<Term> drugLevel;

    DrugForms(TreatmentTables tables) {
        this.tables = tables;
        this.drugLevel = tables.terms.longestAt(List.of("drug", "level"), 0);
    }

    /** Classifies the drug found first in a request by the form that is said of it. */
    Classification classify(RequestReading.Place drug, List<String> words) {
        Term term = drug.term();
        DrugClass drugClass = term.drugClass();
        boolean looksFor = drug.end() < words.size() && tables.grammar.testForms.contains(words.get(drug.end()));
        if (looksFor && drugLevel != null) {
            return drugLevel.value().classification();
        }
        int end = endOfFirst(drug, words);
        Said said = said(drug, words, end);
        if (said.injected()) {
            boolean topical = drugClass == DrugClass.TOPICAL_ANALGESICS || drugClass == DrugClass.TOPICAL_COMPOUNDS;
            return term.as(topical ? null : drugClass, ServiceCategory.INJECTION, ServiceCategory.INJECTION.name());
        }
        if (term.kind() == Term.Kind.DRUG && drugClass != null && MIXED.contains(drugClass)) {
            boolean listed = said.drugs() > 1 && (said.concentrations() > 1 || said.topicalForms() > 0);
            if (said.topicalForms() < 2 && (listed || said.concentrations() > 2)) {
                return mixture(term, said);
            }
            if (BY_MOUTH.contains(drugClass) && (said.topicalForms() > 0 || said.concentrations() > 0)) {
                return term.as(DrugClass.TOPICAL_COMPOUNDS, term.category(), DrugClass.TOPICAL_COMPOUNDS.name());
            }
        }
        boolean listedByContent = words.subList(drug.start(), drug.end()).contains(RequestWords.PERCENT);
        if (term.kind() == Term.Kind.PRODUCT && listedByContent && said.concentrations() > 2) {
            return mixture(term, said);
        }
        return term.classification();
    }

    private static Classification mixture(Term first, Said said) {
        DrugClass mixed = DrugClass.TOPICAL_COMPOUNDS;
        return new Classification(MIXTURE, mixed, first.category(), mixed.name(), null, said.generic(), List.of());
    }

    /**
     * What is said of a drug.
     *
     * @param concentrations how often a concentration is given
     * @param ingredients of it and of the other drugs named
     */
    private record Said(int concentrations, int drugs, int topicalForms, boolean injected, Set<String> ingredients) {

        /** The ingredients of a mixture, if there is one for each concentration and so none that isn't known. */
        @Nullable
        String generic() {
            return ingredients.size() == concentrations ? String.join("/", ingredients) : null;
        }
    }

    private Said said(RequestReading.Place drug, List<String> words, int end) {
        int drugs = 1;
        int forms = 0;
        boolean injected = false;
        Set<String> ingredients = Set.of();
        int at = 0;
        while (at < end) {
            PhraseTrie.Match<Term> other = at < drug.end() ? null : tables.terms.longestAt(words, at);
            if (at == drug.start()) {
                at = drug.end();
            } else if (other != null && other.value().isDrug()) {
                boolean mixture = MIXTURE.equals(other.value().name());
                drugs += mixture || other.value().equals(drug.term()) ? 0 : 1;
                // The form behind the last of several may be known as part of its name: lidocaine cream.
                forms += mixture || isTopical(other.value(), words.subList(at, other.end())) ? 1 : 0;
                ingredients = ingredients.isEmpty() ? ingredients(drug.term()) : ingredients;
                ingredients.addAll(ingredients(other.value()));
                at = other.end();
            } else {
                forms += tables.grammar.topicalForms.contains(words.get(at)) ? 1 : 0;
                injected |= tables.grammar.injectionForms.contains(words.get(at));
                at++;
            }
        }
        return new Said(concentrations(words.subList(0, end)), drugs, forms, injected, ingredients);
    }

    private static Set<String> ingredients(Term drug) {
        String generic = drug.classification().getGeneric();
        return new TreeSet<>(generic == null ? List.of() : Arrays.asList(generic.split("/", -1)));
    }

    private boolean isTopical(Term drug, List<String> name) {
        return drug.drugClass() == DrugClass.TOPICAL_ANALGESICS
                && name.stream().anyMatch(tables.grammar.topicalForms::contains);
    }

    /** The first drug's words end with its dose or quantity; a form may stand right behind that. */
    private int endOfFirst(RequestReading.Place drug, List<String> words) {
        int at = drug.end();
        while (at < words.size() && !isDoseOrQuantity(words.get(at))) {
            at++;
        }
        while (at < words.size() && RequestWords.isAmount(words.get(at))) {
            at++;
        }
        if (at < words.size()
                && (tables.grammar.topicalForms.contains(words.get(at))
                        || tables.grammar.injectionForms.contains(words.get(at)))) {
            at++;
        }
        return at;
    }

    private static boolean isDoseOrQuantity(String word) {
        return word.equals(RequestWords.DOSE) || word.equals(RequestWords.QUANTITY);
    }

    /** Counts the concentrations in a request. */
    static int concentrations(List<String> words) {
        int count = 0;
        for (String word : words) {
            count += word.equals(RequestWords.PERCENT) ? 1 : 0;
        }
        return count;
    }
}
