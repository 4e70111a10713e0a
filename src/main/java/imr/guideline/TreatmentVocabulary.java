package imr.guideline;

import imr.avro.Classification;
import imr.avro.DrugClass;
import imr.avro.ServiceCategory;
import imr.avro.Treatment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Names the treatment that a request asks for, and puts it into the state's service categories and drug classes.
 *
 * <p>The request named first decides, and at its place the longest known phrase. Beside the name itself these count: a
 * label that marks a service that goes with an operation makes it surgery; the form (cream, injection) and several
 * concentrations decide what a drug is; seeing a clinician is classed by whom. A request that names nothing known is
 * classed by a misspelt name, a word's ending, or a word, in this order, and has no name then but for the misspelt one.
 *
 * <p>Immutable and safe for use by several threads; time grows with the request's length.
 */
public final class TreatmentVocabulary {
    private static final int WORDS_TO_CLINICIAN = 4;
    private static final String WITH_SURGERY = "ADJUNCT";
    private static final String WITHOUT_SUBCATEGORY = ServiceCategory.OTHER.name();
    private static final Term UNNAMED_SURGEON =
            new Term(null, null, Term.Kind.CLINICIAN, null, null, ServiceCategory.SURGERY, WITHOUT_SUBCATEGORY);

    /** What a service that goes with an operation is counted under if the vocabulary has no name for it. */
    private static final String SURGICAL_SERVICE = "associated surgical service";

    final TreatmentTables tables;
    final DrugForms forms;
    private final Misspellings misspellings;
    private final Term surgicalConsultation;

    private TreatmentVocabulary(TreatmentTables tables) {
        this.tables = tables;
        this.misspellings = new Misspellings(
                tables.singleWords, (one, other) -> Objects.equals(tables.terms.get(one), tables.terms.get(other)));
        this.forms = new DrugForms(tables);
        Term surgeon = tables.terms.get("surgeon");
        this.surgicalConsultation = surgeon == null ? UNNAMED_SURGEON : surgeon;
    }

    private static final class Bundled {
        static final TreatmentVocabulary VOCABULARY = of(BundledTreatments.load());
    }

    /** Makes a vocabulary of these treatments; the same ones in any order make the same vocabulary. Never fails. */
    public static TreatmentVocabulary of(Collection<Treatment> treatments) {
        return new TreatmentVocabulary(new TreatmentTables(RequestGrammar.bundled(), treatments));
    }

    /** Returns the vocabulary that comes with the program, read once. */
    public static TreatmentVocabulary bundled() {
        return Bundled.VOCABULARY;
    }

    /**
     * What in the treatments does not fit together, one sentence each, naming the treatment: a spelling that belongs to
     * another one already, that one being a treatment's name or else the one with the lesser id; a spelling that is left
     * out since it has no words; a drug without a class, which is OTHER_DRUG; the class of what is no drug, left out.
     */
    public List<String> problems() {
        return List.copyOf(tables.problems);
    }

    /** Classifies a request in dispute, as printed. Never fails: what is unknown has no name and the category OTHER. */
    public Classification classify(String requestInDispute) {
        List<String> words = tables.grammar.cutter.of(requestInDispute);
        Classification found = classify(words);
        if (tables.grammar.surgeryLabels.firstFrom(words, 0) != null) {
            String name = found.getTreatmentName() == null ? SURGICAL_SERVICE : found.getTreatmentName();
            return new Classification(
                    name,
                    found.getDrugClass(),
                    ServiceCategory.SURGERY,
                    WITH_SURGERY,
                    found.getVariant(),
                    found.getGeneric());
        }
        return found;
    }

    /** Classifies a request and tells how. */
    public Explanation<Classification> explain(String requestInDispute) {
        return new RequestWalk(this, requestInDispute).explain(classify(requestInDispute));
    }

    private Classification classify(List<String> words) {
        Place place = first(words, 0);
        if (place == null) {
            place = misspelt(words);
        }
        if (place == null) {
            return guess(words);
        }
        return switch (place.term().kind()) {
            case DRUG, PRODUCT -> forms.classify(place, words);
            case VISIT, REFERRAL -> seeing(place, words).classification();
            case GROUP -> oneOf(place, words).classification();
            case TREATMENT, ADJUNCT, CLINICIAN, HINT -> place.term().classification();
        };
    }

    /** A term found in a request, from word {@code start} up to but without word {@code end}. */
    record Place(Term term, int start, int end) {}

    @Nullable
    Place first(List<String> words, int from) {
        int at = from;
        while (at < words.size()) {
            PhraseTrie.Match<String> passed = tables.grammar.passOver.longestAt(words, at);
            if (passed == null) {
                passed = tables.grammar.surgeryLabels.longestAt(words, at);
            }
            if (passed != null) {
                at = passed.end();
                continue;
            }
            PhraseTrie.Match<Term> match = tables.terms.longestAt(words, at);
            if (match != null) {
                return new Place(match.value(), at, match.end());
            }
            at++;
        }
        return null;
    }

    /** Follows a visit to the clinician who is to be seen, and a referral to the treatment right behind it. */
    Term seeing(Place visit, List<String> words) {
        if (visit.start() > 0 && isWithSurgeon(words, visit.start() - 1)) {
            return surgicalConsultation;
        }
        int limit = Math.min(words.size(), visit.end() + WORDS_TO_CLINICIAN);
        for (int i = visit.end(); i < limit; i++) {
            if (isWithSurgeon(words, i)) {
                return surgicalConsultation;
            }
        }
        Place next = first(words, visit.end());
        if (next == null || next.start() >= limit) {
            return visit.term();
        }
        Term other = next.term();
        boolean referred = visit.term().kind() == Term.Kind.REFERRAL && next.start() == visit.end() && !other.isDrug();
        if (referred || other.kind() == Term.Kind.CLINICIAN) {
            return other;
        }
        boolean aboutSurgery = other.kind() == Term.Kind.TREATMENT && other.category() == ServiceCategory.SURGERY;
        return aboutSurgery && !isAfter(words, next.start()) ? surgicalConsultation : visit.term();
    }

    Term oneOf(Place group, List<String> words) {
        Place next = first(words, group.end());
        if (next == null || next.start() != group.end()) {
            return group.term();
        }
        boolean ofItsKind = next.term().kind() == Term.Kind.TREATMENT
                && next.term().category() == group.term().category();
        return ofItsKind ? next.term() : group.term();
    }

    private boolean isWithSurgeon(List<String> words, int at) {
        return tables.grammar.surgeonWords.contains(words.get(at)) && !isAfter(words, at);
    }

    /** Tells whether what stands there only says when: post surgery, status post fusion, before surgery. */
    private static boolean isAfter(List<String> words, int at) {
        String before = at == 0 ? "" : words.get(at - 1);
        return switch (before) {
            case "post", "pre", "after", "before", "following", "status", "p" -> true;
            default -> false;
        };
    }

    /** Reads words with one wrong letter, and words torn in two. */
    @Nullable
    Place misspelt(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String meant = tables.knownWords.contains(words.get(i)) ? null : misspellings.meant(words.get(i));
            int end = i + 1;
            if (meant == null && end < words.size()) {
                String joined = words.get(i) + words.get(end);
                meant = tables.singleWords.contains(joined) ? joined : null;
                end++;
            }
            if (meant != null) {
                Place place = mended(words, i, end, meant);
                if (place != null) {
                    return place;
                }
            }
        }
        return null;
    }

    /** The longest name that starts with the word meant instead of those from {@code start} to {@code end}. */
    private @Nullable Place mended(List<String> words, int start, int end, String meant) {
        List<String> mended = new ArrayList<>(words.subList(start, words.size()));
        mended.subList(0, end - start).clear();
        mended.add(0, meant);
        PhraseTrie.Match<Term> match = tables.terms.longestAt(mended, 0);
        return match == null ? null : new Place(match.value(), start, end + match.end() - 1);
    }

    private Classification guess(List<String> words) {
        boolean dosed = words.contains(RequestWords.DOSE);
        for (int i = 0; i < words.size(); i++) {
            Term term = byEnding(words.get(i));
            if (term != null) {
                return term.classification();
            }
        }
        Term term = hint(words);
        if (term != null && (!dosed || term.isDrug() || term.category() == ServiceCategory.INJECTION)) {
            boolean compounded =
                    term.drugClass() == DrugClass.TOPICAL_ANALGESICS && DrugForms.concentrations(words) > 1;
            return compounded ? drug(DrugClass.TOPICAL_COMPOUNDS) : term.classification();
        }
        if (DrugForms.concentrations(words) > 0) {
            return drug(DrugClass.TOPICAL_COMPOUNDS);
        }
        if (dosed || words.contains(RequestWords.QUANTITY)) {
            return drug(DrugClass.OTHER_DRUG);
        }
        return new Classification(null, null, ServiceCategory.OTHER, ServiceCategory.OTHER.name(), null, null);
    }

    private static Classification drug(DrugClass drugClass) {
        return new Classification(null, drugClass, ServiceCategory.PHARMACEUTICALS, drugClass.name(), null, null);
    }

    /** The first word that tells a class; words that only say how count last. */
    @Nullable
    Term hint(List<String> words) {
        int at = 0;
        while (at < words.size()) {
            PhraseTrie.Match<String> passed = tables.grammar.passOver.longestAt(words, at);
            PhraseTrie.Match<Term> hint = passed == null ? tables.grammar.hints.longestAt(words, at) : null;
            if (hint != null) {
                return hint.value();
            }
            at = passed == null ? at + 1 : passed.end();
        }
        PhraseTrie.Match<Term> any = tables.grammar.hints.firstFrom(words, 0);
        return any == null ? null : any.value();
    }

    /** The longest known ending with a stem of some length before it, or null; a program is no image as diagrams are. */
    @Nullable
    Term byEnding(String word) {
        if (tables.grammar.words.contains(word)) {
            return null;
        }
        for (int start = 2; start <= word.length() - 4; start++) {
            Term term = tables.grammar.endings.get(word.substring(start));
            if (term != null) {
                return term;
            }
        }
        return null;
    }
}
