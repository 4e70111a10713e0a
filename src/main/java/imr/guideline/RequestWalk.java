package imr.guideline;

import imr.avro.Classification;
import imr.avro.ServiceCategory;
import imr.guideline.Explanation.Step;
import imr.guideline.TreatmentVocabulary.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Goes once more over a request that the vocabulary has classified, and tells what it met there. Kept apart, so that
 * classifying needn't take notes.
 */
final class RequestWalk {
    private final TreatmentVocabulary vocabulary;
    private final RequestGrammar grammar;
    private final List<String> words;
    private final List<Step> steps = new ArrayList<>();

    RequestWalk(TreatmentVocabulary vocabulary, String request) {
        this.vocabulary = vocabulary;
        this.grammar = vocabulary.tables.grammar;
        this.words = grammar.cutter.of(request);
    }

    /** Tells how the request came to be classified so. */
    Explanation<Classification> explain(Classification result) {
        add("words", words.isEmpty() ? "none that are compared" : String.join(" ", words));
        matches();
        Place place = vocabulary.first(words, 0);
        Place mended = place == null ? vocabulary.misspelt(words) : null;
        if (place != null) {
            add("rule", "the name that stands first decides, and at its place the longest: " + at(place));
            byKind(place);
        } else if (mended != null) {
            add(
                    "rule",
                    "no name; " + at(mended) + " is one with a wrong letter or torn in two: " + shown(mended.term()));
            byKind(mended);
        } else {
            guess();
        }
        if (grammar.surgeryLabels.firstFrom(words, 0) != null) {
            add("rule", "a label marks what goes with an operation, and so it is SURGERY");
        }
        return new Explanation<>(steps, result);
    }

    private void matches() {
        int at = 0;
        while (at < words.size()) {
            PhraseTrie.Match<?> match = grammar.passOver.longestAt(words, at);
            String meaning = "says how or when, and is passed over";
            if (match == null) {
                match = grammar.surgeryLabels.longestAt(words, at);
                meaning = "label of a service that goes with an operation";
            }
            PhraseTrie.Match<Term> term = match == null ? vocabulary.tables.terms.longestAt(words, at) : null;
            if (term != null) {
                match = term;
                meaning = shown(term.value());
            }
            if (match != null) {
                add("found", between(at, match.end()) + ": " + meaning);
            }
            at = match == null ? at + 1 : match.end();
        }
    }

    private void byKind(Place place) {
        Term term = place.term();
        switch (term.kind()) {
            case DRUG, PRODUCT -> {
                if (!vocabulary.forms.classify(place, words).equals(term.classification())) {
                    add("rule", "the form, the way it is given, or several concentrations decide what the drug is");
                }
            }
            case VISIT, REFERRAL -> follow(term, vocabulary.seeing(place, words), "leads on to whom or what it names");
            case GROUP -> follow(term, vocabulary.oneOf(place, words), "gives way to one of its kind right behind it");
            case TREATMENT, ADJUNCT, CLINICIAN, HINT -> {}
        }
    }

    private void follow(Term term, Term followed, String rule) {
        if (!followed.equals(term)) {
            add("rule", "a " + term.kind() + " " + rule + ": " + shown(followed));
        }
    }

    private void guess() {
        boolean dosed = words.contains(RequestWords.DOSE);
        for (String word : words) {
            Term ending = vocabulary.byEnding(word);
            if (ending != null) {
                add("rule", "no name; the end of \"" + word + "\" tells the class: " + shown(ending));
                return;
            }
        }
        Term hint = vocabulary.hint(words);
        if (hint != null && (!dosed || hint.isDrug() || hint.category() == ServiceCategory.INJECTION)) {
            add("rule", "no name; a word tells the class: " + shown(hint));
        } else if (DrugForms.concentrations(words) > 0) {
            add("rule", "no name; a concentration makes it a topical compound");
        } else if (dosed || words.contains(RequestWords.QUANTITY)) {
            add("rule", "no name; a dose or a quantity makes it some drug");
        } else {
            add("rule", "nothing in it is known");
        }
    }

    private String at(Place place) {
        return "\"" + between(place.start(), place.end()) + "\"";
    }

    private String between(int start, int end) {
        return String.join(" ", words.subList(start, end));
    }

    private static String shown(Term term) {
        String facts = Stream.of(term.kind() == Term.Kind.HINT ? null : term.kind(), term.drugClass(), term.category())
                .filter(fact -> fact != null)
                .map(RequestWalk::text)
                .collect(Collectors.joining(", "));
        return term.name() == null ? facts : term.name() + " (" + facts + ")";
    }

    private static String text(@Nullable Object fact) {
        return String.valueOf(fact);
    }

    private void add(String what, String how) {
        steps.add(new Step(what, how));
    }
}
