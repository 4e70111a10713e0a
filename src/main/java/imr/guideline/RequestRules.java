package imr.guideline;

import imr.avro.Classification;
import imr.avro.DrugClass;
import imr.avro.ServiceCategory;
import imr.guideline.RequestReading.Place;
import imr.guideline.RequestReading.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What decides on the class of a request, cut into words: see {@link TreatmentVocabulary}. */
final class RequestRules {
    private static final int WORDS_TO_CLINICIAN = 4;
    private static final String WITHOUT_SUBCATEGORY = ServiceCategory.OTHER.name();
    private static final Term UNNAMED_SURGEON =
            Term.unnamed(Term.Kind.CLINICIAN, null, ServiceCategory.SURGERY, WITHOUT_SUBCATEGORY);
    private static final Classification UNKNOWN = Term.unnamed(null, ServiceCategory.OTHER, WITHOUT_SUBCATEGORY);

    private final TreatmentTables tables;
    private final RequestGrammar grammar;
    private final DrugForms forms;
    private final Misspellings misspellings;
    private final Term surgicalConsultation;

    RequestRules(TreatmentTables tables) {
        this.tables = tables;
        this.grammar = tables.grammar;
        this.forms = new DrugForms(tables);
        this.misspellings = new Misspellings(
                tables.singleWords, (one, other) -> Objects.equals(tables.terms.get(one), tables.terms.get(other)));
        Term surgeon = tables.terms.get("surgeon");
        this.surgicalConsultation = surgeon == null ? UNNAMED_SURGEON : surgeon;
    }

    /** Reads a request. */
    RequestReading read(List<String> words) {
        RequestReading reading = readWithoutLabel(words);
        return grammar.surgeryLabels.firstFrom(words, 0) == null ? reading : reading.asWithSurgery();
    }

    private RequestReading readWithoutLabel(List<String> words) {
        Place place = first(words, 0);
        if (place != null) {
            return named(Rule.NAME, place, words);
        }
        Place damaged = damaged(words);
        return damaged == null ? guess(words) : named(Rule.DAMAGED_NAME, damaged, words);
    }

    private RequestReading named(Rule rule, Place place, List<String> words) {
        Term term = place.term();
        Term meant = switch (term.kind()) {
            case DRUG, PRODUCT, TREATMENT, ADJUNCT, CLINICIAN, HINT -> term;
            case VISIT, REFERRAL -> seeing(place, words);
            case GROUP -> oneOf(place, words);
        };
        boolean medicine = term.kind() == Term.Kind.DRUG || term.kind() == Term.Kind.PRODUCT;
        return new RequestReading(rule, place, meant, medicine ? forms.classify(place, words) : meant.classification());
    }

    /** What words mean. */
    enum Meaning {
        /** They say how or when, never what. */
        PASSED_OVER,
        /** They mark a service that goes with an operation. */
        SURGERY_LABEL,
        /** They name a treatment. */
        TREATMENT
    }

    /**
     * Words with a meaning.
     *
     * @param term the treatment that they name, if they do
     * @param end index behind the last of them
     */
    record Found(Meaning meaning, @Nullable Term term, int end) {}

    /** Finds what stands at a word, the longest of its meaning; null if that is nothing known. */
    @Nullable
    Found at(List<String> words, int start) {
        PhraseTrie.Match<String> passed = grammar.passOver.longestAt(words, start);
        if (passed != null) {
            return new Found(Meaning.PASSED_OVER, null, passed.end());
        }
        PhraseTrie.Match<String> label = grammar.surgeryLabels.longestAt(words, start);
        if (label != null) {
            return new Found(Meaning.SURGERY_LABEL, null, label.end());
        }
        PhraseTrie.Match<Term> term = tables.terms.longestAt(words, start);
        return term == null ? null : new Found(Meaning.TREATMENT, term.value(), term.end());
    }

    private @Nullable Place first(List<String> words, int from) {
        int start = from;
        while (start < words.size()) {
            Found found = at(words, start);
            if (found != null && found.term() != null) {
                return new Place(found.term(), start, found.end());
            }
            start = found == null ? start + 1 : found.end();
        }
        return null;
    }

    /** Follows a visit to the clinician who is to be seen, and a referral to the treatment right behind it. */
    private Term seeing(Place visit, List<String> words) {
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

    private Term oneOf(Place group, List<String> words) {
        Place next = first(words, group.end());
        if (next == null || next.start() != group.end()) {
            return group.term();
        }
        boolean ofItsKind = next.term().kind() == Term.Kind.TREATMENT
                && next.term().category() == group.term().category();
        return ofItsKind ? next.term() : group.term();
    }

    private boolean isWithSurgeon(List<String> words, int at) {
        return grammar.surgeonWords.contains(words.get(at)) && !isAfter(words, at);
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
    private @Nullable Place damaged(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String meant = tables.knownWords.contains(words.get(i)) ? null : misspellings.meant(words.get(i));
            int end = i + 1;
            if (meant == null && end < words.size()) {
                String joined = words.get(i) + words.get(end);
                meant = tables.singleWords.contains(joined) ? joined : null;
                end++;
            }
            Place place = meant == null ? null : mended(words, i, end, meant);
            if (place != null) {
                return place;
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

    private RequestReading guess(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            Term ending = byEnding(words.get(i));
            if (ending != null) {
                return new RequestReading(Rule.ENDING, new Place(ending, i, i + 1), ending, ending.classification());
            }
        }
        boolean dosed = words.contains(RequestWords.DOSE);
        int concentrations = DrugForms.concentrations(words);
        Term hint = hint(words);
        if (hint != null && (!dosed || hint.isDrug() || hint.category() == ServiceCategory.INJECTION)) {
            boolean compounded = hint.drugClass() == DrugClass.TOPICAL_ANALGESICS && concentrations > 1;
            return new RequestReading(
                    Rule.HINT, null, hint, compounded ? drug(DrugClass.TOPICAL_COMPOUNDS) : hint.classification());
        }
        if (concentrations > 0) {
            return new RequestReading(Rule.CONCENTRATION, null, null, drug(DrugClass.TOPICAL_COMPOUNDS));
        }
        if (dosed || words.contains(RequestWords.QUANTITY)) {
            return new RequestReading(Rule.AMOUNT, null, null, drug(DrugClass.OTHER_DRUG));
        }
        return new RequestReading(Rule.NONE, null, null, UNKNOWN);
    }

    private static Classification drug(DrugClass drugClass) {
        return Term.unnamed(drugClass, ServiceCategory.PHARMACEUTICALS, drugClass.name());
    }

    /** The first word that tells a class; words that only say how count last. */
    private @Nullable Term hint(List<String> words) {
        int at = 0;
        while (at < words.size()) {
            PhraseTrie.Match<String> passed = grammar.passOver.longestAt(words, at);
            PhraseTrie.Match<Term> hint = passed == null ? grammar.hints.longestAt(words, at) : null;
            if (hint != null) {
                return hint.value();
            }
            at = passed == null ? at + 1 : passed.end();
        }
        PhraseTrie.Match<Term> any = grammar.hints.firstFrom(words, 0);
        return any == null ? null : any.value();
    }

    /** The longest known ending with a stem of some length before it, or null; a program is no image as diagrams are. */
    private @Nullable Term byEnding(String word) {
        if (grammar.words.contains(word)) {
            return null;
        }
        for (int start = Math.max(2, word.length() - grammar.longestEnding); start <= word.length() - 4; start++) {
            Term term = grammar.endings.get(word.substring(start));
            if (term != null) {
                return term;
            }
        }
        return null;
    }
}
