package imr.letter;

import imr.avro.LetterWarning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is odd in one letter, up to a bound that no honest letter reaches. */
final class Warnings {

    private static final int MAX = 100;

    private record Warning(WarningCode code, int at) {}

    private final List<Warning> warnings = new ArrayList<>();

    void add(WarningCode code, int at) {
        if (warnings.size() < MAX) {
            warnings.add(new Warning(code, at));
        }
    }

    /** The warnings in the letter's order. */
    List<LetterWarning> inOrder(FlatText flat) {
        if (warnings.isEmpty()) {
            return List.of();
        }
        warnings.sort(Comparator.comparingInt(Warning::at));
        List<LetterWarning> result = new ArrayList<>(warnings.size());
        for (Warning warning : warnings) {
            Position position = flat.position(warning.at());
            result.add(new LetterWarning(warning.code().name(), position.line(), position.column()));
        }
        return result;
    }
}
