package imr.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A short letter in the V3b format, put together for tests of the topology. */
final class SmallLetter {

    private final @Nullable String caseNumber;
    private String decisionDate = "02/14/2017";
    private String specialty = "Pain Management";
    private final List<String> items = new ArrayList<>();

    private SmallLetter(@Nullable String caseNumber) {
        this.caseNumber = caseNumber;
    }

    static SmallLetter ofCase(String caseNumber) {
        return new SmallLetter(caseNumber);
    }

    /** Without the case header, as the older letters are. */
    static SmallLetter withoutHeader() {
        return new SmallLetter(null);
    }

    SmallLetter decided(String date) {
        decisionDate = date;
        return this;
    }

    SmallLetter by(String reviewerSpecialty) {
        specialty = reviewerSpecialty;
        return this;
    }

    SmallLetter upheld(String treatment) {
        return item(treatment, "Upheld");
    }

    SmallLetter overturned(String treatment) {
        return item(treatment, "Overturned");
    }

    private SmallLetter item(String treatment, String decision) {
        items.add("""
                %s: %s

                Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its decision.

                MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Topical analgesics.

                Decision rationale: The notes sent along were weighed against the guideline.

                """.formatted(treatment, decision));
        return this;
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder();
        if (caseNumber != null) {
            text.append("""
                    Case Number:          %s
                    Date Assigned:        01/09/2017                      Date of Injury:      10/22/2016
                    Decision Date:        %s                      UR Denial Date:      12/15/2016
                    Priority:             Standard                        Application          01/03/2017
                                                                          Received:

                    """.formatted(caseNumber, decisionDate));
        }
        text.append("""
                HOW THE IMR FINAL DETERMINATION WAS MADE
                MAXIMUS Federal Services sent the complete case file to an expert reviewer.

                The Expert Reviewer has the following credentials:
                State(s) of Licensure: California
                Certification(s)/Specialty: %s

                CLINICAL CASE SUMMARY
                The expert reviewer developed the following clinical case summary based on a review of the
                case file, including all medical records:

                A 44-year-old male roofer hurt his wrist on 10/22/2016.

                IMR ISSUES, DECISIONS AND RATIONALES
                The Final Determination was based on decisions for the disputed items/services set forth below:

                """.formatted(specialty));
        items.forEach(text::append);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
