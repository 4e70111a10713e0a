package imr.dev.letters;

import imr.avro.CitationSource;
import imr.avro.LetterFormat;
import imr.dev.letters.GuidelineLine.Side;

/** Writes guideline lines, with the kinds of source about as frequent as in letters of 2014 to 2017. */
final class GuidelineLines {

    private static final String OUTSIDE = " based their decision on recommendation(s) outside of the MTUS Guidelines";
    private static final String NOT_MTUS = " did not base their decision on the MTUS";
    private static final String NOTHING = " did not cite any medical evidence for its decision";

    private final ScheduleSources schedule = new ScheduleSources();
    private final OtherSources others = new OtherSources();

    GuidelineLine write(Side side, LetterFormat format, String topic, Region region, Dice dice) {
        LineDraft draft = new LineDraft();
        boolean administrator = side == Side.CLAIMS_ADMINISTRATOR;
        boolean dependent = topic.equals("adjunct") && dice.percent(75);
        int drawn = dice.below(100);
        if (dependent || drawn < (administrator ? 18 : 6)) {
            statement(side, NOTHING, CitationSource.NONE, draft);
        } else if (drawn >= (administrator ? 36 : 16)
                && schedule.cite(format, topic, region, administrator ? 30 : 5, draft, dice)) {
            if (dice.percent(administrator ? 35 : 15)) {
                others.cite(topic, region, draft, dice);
            }
        } else {
            boolean older = format == LetterFormat.V3A && dice.percent(60);
            statement(side, older ? NOT_MTUS : OUTSIDE, CitationSource.OUTSIDE_MTUS, draft);
            if (dice.percent(90)) {
                others.cite(topic, region, draft, dice);
            }
        }
        return draft.line();
    }

    private static void statement(Side side, String words, CitationSource source, LineDraft draft) {
        StringBuilder out = draft.start();
        int from = out.length();
        out.append(side.printed()).append(words);
        draft.cited(from, source, source == CitationSource.NONE ? "NONE" : null);
        draft.end();
    }
}
