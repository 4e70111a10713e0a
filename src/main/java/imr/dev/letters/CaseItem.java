package imr.dev.letters;

import imr.avro.Decision;

/**
 * A disputed item before it is printed.
 *
 * @param request what is asked for
 * @param label label as printed, without the decision
 * @param requestInDispute the part of it in dispute
 * @param decision what was decided
 * @param administrator the claims administrator's guideline line
 * @param reviewer the reviewer's guideline line
 * @param rationale why, and whether it says the opposite of the decision
 */
record CaseItem(
        Request request,
        String label,
        String requestInDispute,
        Decision decision,
        GuidelineLine administrator,
        GuidelineLine reviewer,
        Prose.Rationale rationale) {

    /** The same request decided the other way, for another reason. */
    CaseItem decided(Decision other, Prose.Rationale otherRationale) {
        return new CaseItem(request, label, requestInDispute, other, administrator, reviewer, otherRationale);
    }
}
