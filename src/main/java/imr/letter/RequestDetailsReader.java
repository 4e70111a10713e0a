package imr.letter;

import imr.avro.RequestDetails;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a request apart: strength, quantity, frequency, duration, visits, and part of the body from what is in dispute;
 * whether it is retrospective and of which day from the whole label. What isn't said, or is said in two ways, is null.
 */
final class RequestDetailsReader {

    private RequestDetailsReader() {}

    /**
     * Reads a request.
     *
     * @param label the item's whole label
     * @param request the part of it that is in dispute
     */
    static RequestDetails read(FlatText flat, FoundItem.Range label, FoundItem.Range request) {
        ServiceDateReader dates = new ServiceDateReader(flat, label.start(), label.end());
        dates.read();
        RequestTokens tokens = new RequestTokens(flat, request.start(), request.end());
        takeDates(flat, tokens, request);
        FrequencyReader frequency = new FrequencyReader(tokens);
        frequency.read();
        StrengthReader strength = new StrengthReader(tokens);
        strength.read();
        DurationReader duration = new DurationReader(tokens, frequency.duration());
        duration.read();
        QuantityReader quantity = new QuantityReader(tokens, strength.isTold());
        quantity.read();
        BodyPartReader body = new BodyPartReader(flat, tokens);
        body.read();
        Integer visits = agreed(frequency.visits(), quantity.visits());
        List<String> parts = body.parts();
        return new RequestDetails(
                isRetrospective(flat, label),
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

    /** Numbers of dates are nothing else. */
    private static void takeDates(FlatText flat, RequestTokens tokens, FoundItem.Range request) {
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

    private static boolean isRetrospective(FlatText flat, FoundItem.Range label) {
        CharReader reader = new CharReader(flat.chars, label.start(), label.end());
        while (!reader.atEnd()) {
            int start = reader.position();
            reader.skipToken();
            if (RequestWordTable.KINDS.kind(flat.chars, start, reader.position()) == RequestWord.RETROSPECTIVE) {
                return true;
            }
        }
        return false;
    }
}
