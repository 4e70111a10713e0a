package imr.guideline;

import imr.avro.Classification;
import imr.avro.DrugClass;
import imr.avro.ServiceCategory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A treatment in the vocabulary, or a word that tells the class of one.
 *
 * @param kind how it takes part in the rules
 * @param classification what a request for it is unless a rule says otherwise
 */
record Term(Kind kind, Classification classification) {

    /** How a treatment takes part in the rules. */
    enum Kind {
        /** One active ingredient, or an oral combination sold as one. */
        DRUG,
        /** A topical product with several ingredients, whose ingredients are not looked at. */
        PRODUCT,
        /** Anything that is not a drug. */
        TREATMENT,
        /** Several treatments; gives way to one of its category that is named right behind it. */
        GROUP,
        /** A service that goes with an operation. */
        ADJUNCT,
        /** Seeing a clinician; whom may be said behind it. */
        VISIT,
        /** Seeing a clinician of a known kind. */
        CLINICIAN,
        /** Gives way to what it refers to. */
        REFERRAL,
        /** A word that tells the class of a treatment not known. */
        HINT
    }

    private static final List<String> UNRESOLVED = List.of(TreatmentWarning.TREATMENT_UNRESOLVED.name());

    /** A term without a name of its own. */
    static Term unnamed(Kind kind, @Nullable DrugClass drugClass, ServiceCategory category, String subcategory) {
        return new Term(kind, unnamed(drugClass, category, subcategory));
    }

    /** A classification of what the vocabulary has no name for. */
    static Classification unnamed(@Nullable DrugClass drugClass, ServiceCategory category, String subcategory) {
        return new Classification(null, drugClass, category, subcategory, null, null, UNRESOLVED);
    }

    @Nullable
    String name() {
        return classification.getTreatmentName();
    }

    @Nullable
    DrugClass drugClass() {
        return classification.getDrugClass();
    }

    ServiceCategory category() {
        return classification.getServiceCategory();
    }

    boolean isDrug() {
        return drugClass() != null;
    }

    /** The treatment as what the request makes of it. */
    Classification as(@Nullable DrugClass otherClass, ServiceCategory otherCategory, String otherSubcategory) {
        return new Classification(
                classification.getTreatmentName(),
                otherClass,
                otherCategory,
                otherSubcategory,
                classification.getVariant(),
                classification.getGeneric(),
                classification.getWarnings());
    }
}
