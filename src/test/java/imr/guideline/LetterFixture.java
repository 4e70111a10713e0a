package imr.guideline;

import imr.avro.Citation;
import imr.avro.Decision;
import imr.avro.DetailSpans;
import imr.avro.Determination;
import imr.avro.DisputedItem;
import imr.avro.Fingerprint;
import imr.avro.ItemSpans;
import imr.avro.Letter;
import imr.avro.LetterFormat;
import imr.avro.RequestDetails;
import imr.avro.Span;
import java.time.LocalDate;
import java.util.List;

/** Letters of one item as the letter stage hands them over. */
final class LetterFixture {
    private LetterFixture() {}

    /** A letter of 2017 whose claims administrator cited the first and whose reviewer cited the other citations. */
    static Determination letter(String request, Citation administrators, Citation... reviewers) {
        Letter letter = new Letter(
                LetterFormat.V3B,
                "CM17-0000001",
                null,
                null,
                LocalDate.of(2017, 2, 3),
                null,
                "Standard",
                null,
                List.of("California"),
                List.of("Pain Management"),
                44,
                null,
                null,
                null);
        DisputedItem item = new DisputedItem(
                "CM17-0000001",
                1,
                letter,
                request,
                request,
                Decision.UPHELD,
                null,
                null,
                List.of(administrators),
                List.of(reviewers),
                "Progress was not documented.",
                new Span(10, 200),
                null,
                RequestDetails.newBuilder().setQuantity(8).build(),
                spans(),
                null);
        return new Determination("CM17-0000001", new Fingerprint(new byte[16]), List.of(item), List.of());
    }

    private static ItemSpans spans() {
        return ItemSpans.newBuilder()
                .setTreatment(new Span(10, 20))
                .setRequestInDispute(new Span(10, 20))
                .setDecision(new Span(22, 28))
                .setDetails(
                        DetailSpans.newBuilder().setQuantity(new Span(14, 15)).build())
                .build();
    }
}
