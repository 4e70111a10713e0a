package imr.letter;

import imr.avro.DetailSpans;
import imr.avro.RequestDetails;
import imr.letter.FoundItem.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a request apart: strength, quantity, frequency, duration, visits, and part of the body from what is in dispute;
 * whether it is retrospective and of which day from the whole label. What isn't said, or is said in two ways, is null.
 */
final class RequestDetailsReader {

    private final FlatText flat;
    private final Range retrospective;
    private final ServiceDateReader dates;
    private final FrequencyReader frequency;
    private final StrengthReader strength;
    private final DurationReader duration;
    private final QuantityReader quantity;
    private final BodyPartReader body;
    private final @Nullable Integer visits;

    private RequestDetailsReader(FlatText flat, Range label, Range request) {
        this.flat = flat;
        retrospective = retrospective(flat, label);
        dates = new ServiceDateReader(flat, label.start(), label.end());
        dates.read();
        RequestTokens tokens = new RequestTokens(flat, request.start(), request.end());
        takeDates(flat, tokens, request);
        frequency = new FrequencyReader(tokens);
        frequency.read();
        strength = new StrengthReader(tokens);
        strength.read();
        duration = new DurationReader(tokens, frequency.duration());
        duration.read();
        quantity = new QuantityReader(tokens, strength.isTold());
        quantity.read();
        body = new BodyPartReader(flat, tokens);
        body.read();
        visits = agreed(frequency.visits(), quantity.visits());
    }

    /** A request taken apart, and where its parts stand. */
    record Read(RequestDetails details, DetailSpans spans) {}

    /**
     * Reads a request.
     *
     * @param label the item's whole label
     * @param request the part of it that is in dispute
     */
    static Read read(FlatText flat, Range label, Range request) {
        RequestDetailsReader reader = new RequestDetailsReader(flat, label, request);
        return new Read(reader.details(), reader.spans());
    }

    private RequestDetails details() {
        List<String> parts = body.parts();
        return new RequestDetails(
                retrospective.isPresent(),
                dates.first(),
                dates.last(),
                strength.number(),
                strength.unit(),
                quantity.quantity(visits),
                frequency.text(),
                frequency.visitsPerWeek(),
                frequency.weeks(),
                frequency.duration().get(),
                duration.daysSupply().get(),
                visits,
                parts.size() == 1 ? parts.get(0) : null,
                parts,
                body.side());
    }

    private DetailSpans spans() {
        Single<Integer> visitsTold = quantity.visits().isTold() ? quantity.visits() : frequency.visits();
        Range visitsPlace = visits == null ? Range.NONE : visitsTold.place();
        Range quantityPlace = quantity.quantity(visits) == null ? Range.NONE : quantity.place(visitsPlace);
        return new DetailSpans(
                retrospective.span(flat),
                dates.firstSpan(),
                dates.lastSpan(),
                strength.numberSpan(flat),
                strength.unitSpan(flat),
                quantityPlace.span(flat),
                frequency.span(flat),
                frequency.visitsPerWeekSpan(flat),
                frequency.weeksSpan(flat),
                frequency.duration().span(flat),
                duration.daysSupply().span(flat),
                visitsPlace.span(flat),
                body.spans(),
                body.sideSpan());
    }

    /** Numbers of dates are nothing else. */
    private static void takeDates(FlatText flat, RequestTokens tokens, Range request) {
        CharReader reader = new CharReader(flat.chars, request.start(), request.end());
        int token = 0;
        while (token < tokens.count()) {
            boolean candidate = tokens.is(token, RequestWord.NUMBER) && !tokens.isWord(token);
            DateScanner.Found date = candidate ? DateScanner.read(reader, tokens.start(token)) : null;
            int next = token + 1;
            if (date != null) {
                while (next < tokens.count() && tokens.start(next) < date.end()) {
                    next++;
                }
                tokens.take(token, next);
            }
            token = next;
        }
    }

    private static @Nullable Integer agreed(Single<Integer> computed, Single<Integer> printed) {
        if (!printed.isTold()) {
            return computed.get();
        }
        Integer visits = printed.get();
        boolean agrees = computed.get() == null || computed.get().equals(visits);
        return agrees ? visits : null;
    }

    /** The first word of the label that says so. */
    private static Range retrospective(FlatText flat, Range label) {
        CharReader reader = new CharReader(flat.chars, label.start(), label.end());
        while (!reader.atEnd()) {
            int start = reader.position();
            reader.skipToken();
            if (RequestWordTable.KINDS.kind(flat.chars, start, reader.position()) == RequestWord.RETROSPECTIVE) {
                return new Range(start, reader.position());
            }
        }
        return Range.NONE;
    }
}
