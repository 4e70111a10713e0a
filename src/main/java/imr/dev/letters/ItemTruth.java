package imr.dev.letters;

import imr.avro.Decision;
import imr.avro.DrugClass;
import imr.avro.ServiceCategory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One disputed item, as a reader of the letter should see it; white space collapsed.
 *
 * @param position place among the items, from 1
 * @param treatment the label as printed
 * @param requestInDispute the part of the label that is in dispute
 * @param decision what was decided
 * @param claimsAdministratorGuideline the claims administrator's guideline line; null where the format has none
 * @param reviewerGuideline the reviewer's guideline line; null where the format has none
 * @param rationale the rationale
 * @param rationaleContradicts whether its last sentence says the opposite of the decision
 * @param claimsAdministratorCitations what the claims administrator cites
 * @param reviewerCitations what the reviewer cites
 * @param treatmentName name it is counted under
 * @param drugClass class of a drug; null for what is not one
 * @param serviceCategory what the treatment counts as
 */
public record ItemTruth(
        int position,
        String treatment,
        String requestInDispute,
        Decision decision,
        @Nullable String claimsAdministratorGuideline,
        @Nullable String reviewerGuideline,
        String rationale,
        boolean rationaleContradicts,
        List<CitationTruth> claimsAdministratorCitations,
        List<CitationTruth> reviewerCitations,
        @Nullable String treatmentName,
        @Nullable DrugClass drugClass,
        ServiceCategory serviceCategory) {}
