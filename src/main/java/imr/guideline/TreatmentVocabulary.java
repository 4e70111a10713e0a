package imr.guideline;

import imr.avro.Classification;
import imr.avro.Treatment;
import java.util.Collection;
import java.util.List;

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
    private final TreatmentTables tables;
    private final RequestRules rules;

    private TreatmentVocabulary(TreatmentTables tables) {
        this.tables = tables;
        this.rules = new RequestRules(tables);
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

    /**
     * Classifies a request in dispute, as printed. Never fails: what is unknown has no name, the warning
     * TREATMENT_UNRESOLVED, and the category OTHER unless the request tells more.
     */
    public Classification classify(String requestInDispute) {
        return rules.read(cut(requestInDispute)).result();
    }

    /** Classifies a request and tells how. */
    public Explanation<Classification> explain(String requestInDispute) {
        return new RequestExplanation(rules, cut(requestInDispute)).explain();
    }

    private List<String> cut(String request) {
        return tables.grammar.cutter.of(request);
    }
}
