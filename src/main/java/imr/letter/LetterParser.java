package imr.letter;

import imr.avro.Citation;
import imr.avro.Determination;
import imr.avro.DisputedItem;
import imr.avro.Fingerprint;
import imr.avro.ItemSpans;
import imr.avro.Letter;
import imr.avro.LetterFormat;
import imr.avro.LetterWarning;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a determination letter. Stateless, so that any number of threads may call it. Takes time in proportion to the
 * text's length and never throws.
 *
 * <p>The text is flattened first ({@link FlatText}); the marks found in it ({@link Mark}) tell the generation
 * ({@link FormatDetector}) and divide it among the scanners.
 */
public final class LetterParser {

    /** Bytes up to which a letter is read where no setting says otherwise: some forty times the longest letter known. */
    public static final int DEFAULT_MAX_BYTES = 1 << 20;

    private LetterParser() {}

    /**
     * Reads a letter as received.
     *
     * @param letter its bytes; of one that is too long, it is enough to give one byte more than is read
     * @param origin what is known of the letter besides
     * @param maxBytes bytes up to which a letter is read
     */
    public static ParseResult parse(byte[] letter, LetterOrigin origin, int maxBytes) {
        if (letter.length > maxBytes) {
            return rejected(RejectionCode.TOO_LONG);
        }
        if (BinaryContent.beginsLikeFile(letter)) {
            return rejected(RejectionCode.BINARY);
        }
        CodedText text = CodedText.of(letter);
        return parse(text, origin, LetterText.endsWithinCharacter(letter, text));
    }

    /**
     * Reads a letter of any length.
     *
     * @param text the decoded text
     * @param origin what is known of the letter besides
     */
    public static ParseResult parse(String text, LetterOrigin origin) {
        return parse(CodedText.of(text), origin, false);
    }

    private static ParseResult parse(CodedText text, LetterOrigin origin, boolean endsWithinCharacter) {
        Stops stops = Stops.of(text.codes());
        if (BinaryContent.isControls(text.codes(), stops)) {
            return rejected(RejectionCode.BINARY);
        }
        FlatText flat = Flattener.flattenLetter(text, stops);
        if (flat.length == 0) {
            return rejected(RejectionCode.EMPTY);
        }
        List<Mark.Found> marks = Mark.findAll(flat);
        LetterFormat format = FormatDetector.detect(flat, marks);
        return switch (format) {
            case V1, V2, V3A, V3B, V4 -> parseItems(flat, marks, format, origin, endsWithinCharacter);
            case UNKNOWN -> rejected(whyUnknown(flat));
        };
    }

    private static ParseResult parseItems(
            FlatText flat,
            List<Mark.Found> marks,
            LetterFormat format,
            LetterOrigin origin,
            boolean endsWithinCharacter) {
        Warnings warnings = new Warnings();
        List<FoundItem> found = findItems(flat, marks, format, warnings);
        if (!found.isEmpty()
                && (endsWithinCharacter || LetterEnd.isWithinItem(flat, format, found.get(found.size() - 1)))) {
            warnings.add(WarningCode.TRUNCATED, flat.length - 1);
        }
        LetterWarning loss = warnings.firstLoss(flat);
        if (found.isEmpty()) {
            if (loss != null) {
                return withoutReadableItem(loss);
            }
            boolean cut = endsWithinCharacter || LetterEnd.isBeforeItems(flat, marks, format);
            return rejected(cut ? RejectionCode.TRUNCATED : RejectionCode.NO_ITEMS);
        }
        List<ItemCitations> citations = citations(flat, found, warnings);
        warnOfContradictions(flat, found, warnings);
        Fingerprint fingerprint = Fingerprints.of(flat, origin.claimsAdministrator());
        Letter letter = LetterFacts.read(flat, marks, generation(format, citations), origin, warnings);
        String letterId = letterId(letter.getCaseNumber(), origin.key(), fingerprint);
        List<DisputedItem> items = new ArrayList<>(found.size());
        for (FoundItem item : found) {
            items.add(disputedItem(flat, letterId, items.size() + 1, letter, item, citations.get(items.size())));
        }
        return new ParseResult.Parsed(new Determination(letterId, fingerprint, items, warnings.inOrder(flat)), loss);
    }

    private static RejectionCode whyUnknown(FlatText flat) {
        if (LetterEnd.isBeginning(flat)) {
            return RejectionCode.TRUNCATED;
        }
        return Language.isForeign(flat) ? RejectionCode.NOT_ENGLISH : RejectionCode.NOT_A_DETERMINATION;
    }

    private static List<FoundItem> findItems(
            FlatText flat, List<Mark.Found> marks, LetterFormat format, Warnings warnings) {
        return switch (format) {
            case V1 -> V1ItemScanner.scan(flat, marks, warnings);
            case V2 -> V2ItemScanner.scan(flat, marks, warnings);
            default -> ItemScanner.scan(flat, marks, warnings);
        };
    }

    private static ParseResult withoutReadableItem(LetterWarning loss) {
        RejectionCode code = switch (WarningCode.valueOf(loss.getCode())) {
            case ITEM_WITHOUT_DECISION -> RejectionCode.ITEM_WITHOUT_DECISION;
            case ITEM_WITHOUT_LABEL -> RejectionCode.ITEM_WITHOUT_LABEL;
            default -> RejectionCode.NO_ITEMS;
        };
        return new ParseResult.Rejected(code, loss.getLine(), loss.getColumn());
    }

    private static ParseResult rejected(RejectionCode code) {
        return new ParseResult.Rejected(code, 1, 1);
    }

    private static void warnOfContradictions(FlatText flat, List<FoundItem> items, Warnings warnings) {
        for (FoundItem item : items) {
            int at = ClosingVerdict.contradiction(flat, item.rationale, item.decision);
            if (at >= 0) {
                warnings.add(WarningCode.RATIONALE_CONTRADICTS, at);
            }
        }
    }

    private record ItemCitations(List<Citation> administrator, List<Citation> reviewer) {}

    private static List<ItemCitations> citations(FlatText flat, List<FoundItem> items, Warnings warnings) {
        CitationParser parser = new CitationParser(flat, warnings);
        List<ItemCitations> citations = new ArrayList<>(items.size());
        for (FoundItem item : items) {
            citations.add(
                    new ItemCitations(parser.parse(item.administratorGuideline), parser.parse(item.reviewerGuideline)));
        }
        return citations;
    }

    /** Citations print the year of the edition from V3B on, which tells letters apart whose case header was cut off. */
    private static LetterFormat generation(LetterFormat format, List<ItemCitations> items) {
        if (format != LetterFormat.V3A) {
            return format;
        }
        for (ItemCitations item : items) {
            if (printsEdition(item.administrator()) || printsEdition(item.reviewer())) {
                return LetterFormat.V3B;
            }
        }
        return format;
    }

    private static boolean printsEdition(List<Citation> citations) {
        for (Citation citation : citations) {
            if (citation.getEdition() != null) {
                return true;
            }
        }
        return false;
    }

    private static String letterId(@Nullable String caseNumber, @Nullable String key, Fingerprint fingerprint) {
        if (caseNumber != null) {
            return caseNumber;
        }
        return key != null ? key : HexFormat.of().formatHex(fingerprint.bytes());
    }

    private static DisputedItem disputedItem(
            FlatText flat, String letterId, int position, Letter letter, FoundItem item, ItemCitations citations) {
        FoundItem.Range request = RequestInDispute.of(flat, item.label);
        RequestDetailsReader.Read details = RequestDetailsReader.read(flat, item.label, request);
        return new DisputedItem(
                letterId,
                position,
                letter,
                flat.text(item.label.start(), item.label.end()),
                flat.text(request.start(), request.end()),
                item.decision,
                textOrNull(flat, item.administratorGuideline),
                textOrNull(flat, item.reviewerGuideline),
                citations.administrator(),
                citations.reviewer(),
                textOrNull(flat, item.rationale),
                flat.span(item.label.start(), item.end),
                null,
                details.details(),
                new ItemSpans(
                        flat.span(item.label.start(), item.label.end()),
                        flat.span(request.start(), request.end()),
                        flat.span(item.decisionWords.start(), item.decisionWords.end()),
                        item.administratorGuideline.span(flat),
                        item.reviewerGuideline.span(flat),
                        item.rationale.span(flat),
                        details.spans()),
                null);
    }

    private static @Nullable String textOrNull(FlatText flat, FoundItem.Range range) {
        return range.isPresent() ? flat.text(range.start(), range.end()) : null;
    }
}
