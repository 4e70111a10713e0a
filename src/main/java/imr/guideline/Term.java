package imr.guideline;

import imr.avro.Classification;
import imr.avro.DrugClass;
import imr.avro.ServiceCategory;
import org.jspecify.annotations.Nullable;

/**
 * A treatment in the vocabulary.
 *
 * @param name the name it is counted under; null for what only tells the class
 * @param variant its own name, where it is counted under a broader one
 * @param kind how it takes part in the rules
 * @param generic a drug's active ingredients, where it has known ones
 * @param drugClass its class, or null if it is not a drug
 * @param category its service category
 * @param subcategory where it belongs within that
 */
record Term(
        @Nullable String name,
        @Nullable String variant,
        Kind kind,
        @Nullable String generic,
        @Nullable DrugClass drugClass,
        ServiceCategory category,
        String subcategory) {

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

    boolean isDrug() {
        return drugClass != null;
    }

    Classification classification() {
        return new Classification(name, drugClass, category, subcategory, variant, generic);
    }

    /** The treatment as what the request makes of it. */
    Classification as(@Nullable DrugClass otherClass, ServiceCategory otherCategory, String otherSubcategory) {
        return new Classification(name, otherClass, otherCategory, otherSubcategory, variant, generic);
    }
}
