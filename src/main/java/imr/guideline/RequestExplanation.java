package imr.guideline;

import imr.avro.Classification;
import imr.guideline.Explanation.Step;
import imr.guideline.RequestReading.Place;
import imr.guideline.RequestRules.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts into words how a request was read. */
final class RequestExplanation {
    private final RequestRules rules;
    private final List<String> words;
    private final List<Step> steps = new ArrayList<>();

    RequestExplanation(RequestRules rules, List<String> words) {
        this.rules = rules;
        this.words = words;
    }

    Explanation<Classification> explain() {
        add("words", words.isEmpty() ? "none that are compared" : String.join(" ", words));
        listFound();
        RequestReading reading = rules.read(words);
        add("rule", rule(reading));
        if (reading.place() != null && reading.term() != null) {
            follow(reading, reading.place().term(), reading.term());
        }
        if (reading.withSurgery()) {
            add("rule", "a label marks what goes with an operation, and so it is SURGERY");
        }
        return new Explanation<>(steps, reading.result());
    }

    private void listFound() {
        int at = 0;
        while (at < words.size()) {
            Found found = rules.at(words, at);
            if (found != null) {
                add("found", between(at, found.end()) + ": " + meaning(found));
            }
            at = found == null ? at + 1 : found.end();
        }
    }

    private static String meaning(Found found) {
        return switch (found.meaning()) {
            case PASSED_OVER -> "says how or when, and is passed over";
            case SURGERY_LABEL -> "label of a service that goes with an operation";
            case TREATMENT -> shown(found.term());
        };
    }

    private String rule(RequestReading reading) {
        return switch (reading.rule()) {
            case NAME -> "the name that stands first decides, and at its place the longest: " + at(reading.place());
            case DAMAGED_NAME ->
                "no name; " + at(reading.place()) + " is one with a wrong letter or torn in two: "
                        + shown(reading.place() == null ? null : reading.place().term());
            case ENDING -> "no name; the end of " + at(reading.place()) + " tells the class: " + shown(reading.term());
            case HINT -> "no name; a word tells the class: " + shown(reading.term());
            case CONCENTRATION -> "no name; a concentration makes it a topical compound";
            case AMOUNT -> "no name; a dose or a quantity makes it some drug";
            case NONE -> "nothing in it is known";
        };
    }

    private void follow(RequestReading reading, Term found, Term meant) {
        if (!meant.equals(found)) {
            String how = found.kind() == Term.Kind.GROUP
                    ? " gives way to one of its kind right behind it: "
                    : " leads on to whom or what it names: ";
            add("rule", "a " + found.kind() + how + shown(meant));
        } else if (reading.isChangedByForm()) {
            add("rule", "the form, the way it is given, or several concentrations decide what the drug is");
        }
    }

    private String at(@Nullable Place place) {
        return place == null ? "" : "\"" + between(place.start(), place.end()) + "\"";
    }

    private String between(int start, int end) {
        return String.join(" ", words.subList(start, end));
    }

    private static String shown(@Nullable Term term) {
        if (term == null) {
            return "";
        }
        String facts = Stream.of(term.kind() == Term.Kind.HINT ? null : term.kind(), term.drugClass(), term.category())
                .filter(fact -> fact != null)
                .map(RequestExplanation::text)
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
