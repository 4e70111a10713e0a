package imr.serde;

import imr.avro.Decision;
import imr.avro.Dimension;
import imr.avro.DisputedItem;
import imr.avro.Letter;
import imr.avro.LetterFormat;
import imr.avro.OutcomeKey;
import imr.avro.OutcomeMetrics;
import imr.avro.Span;
import imr.avro.Tally;
import imr.avro.WindowStep;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Records to write and read. */
final class Records {
    private Records() {}

    static OutcomeKey key(String value) {
        return OutcomeKey.newBuilder()
                .setDimension(Dimension.TREATMENT)
                .setValue(value)
                .setStep(WindowStep.DAY)
                .setWindowStart(Instant.parse("2017-02-14T08:00:00Z"))
                .build();
    }

    static OutcomeMetrics metrics(long items, long overturned) {
        return OutcomeMetrics.newBuilder()
                .setWindowEnd(Instant.parse("2017-02-15T08:00:00Z"))
                .setLetters(items)
                .setItems(items)
                .setUpheld(items - overturned)
                .setOverturned(overturned)
                .setOverturnRate(items == 0 ? null : (double) overturned / items)
                .build();
    }

    static DisputedItem item(String treatment) {
        Letter letter = Letter.newBuilder()
                .setFormat(LetterFormat.V3B)
                .setCaseNumber("CM16-0000001")
                .setDecisionDate(LocalDate.of(2017, 2, 14))
                .setSpecialties(List.of("Acupuncture"))
                .build();
        return DisputedItem.newBuilder()
                .setLetterId("CM16-0000001")
                .setPosition(1)
                .setLetter(letter)
                .setTreatment(treatment)
                .setRequestInDispute(treatment)
                .setDecision(Decision.UPHELD)
                .setSpan(new Span(10, 20))
                .build();
    }

    static Tally tally(long items) {
        return new Tally(1L, items, items, 0L);
    }
}
