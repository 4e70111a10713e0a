package imr.guideline;

import imr.avro.Treatment;
import imr.avro.TreatmentKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What has to hold of the treatments together, so that a request has one meaning. The processor sets right what breaks
 * these rules; whoever publishes treatments is to hear of it before.
 */
public final class TreatmentRules {
    private final RequestWords cutter = RequestGrammar.bundled().cutter;
    private final List<ReferenceProblem> problems = new ArrayList<>();
    private final Map<List<String>, String> owners = new HashMap<>();

    private TreatmentRules() {}

    /** Returns everything that is wrong with the treatments, in their order; two that clash are both named. */
    public static List<ReferenceProblem> problems(Collection<Treatment> treatments) {
        TreatmentRules rules = new TreatmentRules();
        for (Treatment treatment : treatments) {
            rules.checkClass(treatment);
            rules.checkSpelling(treatment, "name", treatment.getName());
            for (String alias : treatment.getAliases()) {
                rules.checkSpelling(treatment, "aliases", alias);
            }
            for (String pattern : treatment.getPatterns()) {
                rules.checkPattern(treatment, pattern);
            }
        }
        return rules.problems;
    }

    private void checkClass(Treatment treatment) {
        boolean medicine = treatment.getKind() == TreatmentKind.DRUG || treatment.getKind() == TreatmentKind.PRODUCT;
        if (medicine && treatment.getDrugClass() == null) {
            add(treatment, "drugClass", "missing; a " + treatment.getKind() + " needs one");
        } else if (!medicine && treatment.getDrugClass() != null) {
            add(treatment, "drugClass", "only a DRUG or PRODUCT has one, and this is a " + treatment.getKind());
        }
    }

    private void checkPattern(Treatment treatment, String pattern) {
        List<String> spellings;
        try {
            spellings = SpellingPattern.expand(pattern);
        } catch (IllegalArgumentException e) {
            add(treatment, "patterns", e.getMessage() + "; write (one/other) with nothing in parentheses within it");
            return;
        }
        for (String spelling : spellings) {
            checkSpelling(treatment, "patterns", spelling);
        }
    }

    private void checkSpelling(Treatment treatment, String column, String spelling) {
        List<String> words = cutter.of(spelling);
        if (words.isEmpty()) {
            add(treatment, column, "\"" + spelling + "\" has no word that is compared");
            return;
        }
        String owner = owners.putIfAbsent(words, treatment.getId());
        if (owner != null && !owner.equals(treatment.getId())) {
            String clash = "\"" + spelling + "\" is claimed twice, also by ";
            add(treatment, column, clash + owner + "; take it out of one of them");
            problems.add(
                    new ReferenceProblem(owner, "aliases", clash + treatment.getId() + "; take it out of one of them"));
        }
    }

    private void add(Treatment treatment, String column, String problem) {
        problems.add(new ReferenceProblem(treatment.getId(), column, problem));
    }
}
