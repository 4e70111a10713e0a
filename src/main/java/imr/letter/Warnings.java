package imr.letter;

import imr.avro.LetterWarning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is odd in one letter, up to a bound that no honest letter reaches. */
final class Warnings {

    private static final int MAX = 100;

    private record Warning(WarningCode code, int at) {}

    private final List<Warning> warnings = new ArrayList<>();
    private @Nullable Warning firstLoss;

    void add(WarningCode code, int at) {
        Warning warning = new Warning(code, at);
        if (warnings.size() < MAX) {
            warnings.add(warning);
        }
        if (code.isLoss() && (firstLoss == null || at < firstLoss.at())) {
            firstLoss = warning;
        }
    }

    /** The first place at which something is lost; null if nothing is. */
    @Nullable
    LetterWarning firstLoss(FlatText flat) {
        return firstLoss == null ? null : letterWarning(firstLoss, flat);
    }

    /** The warnings in the letter's order. */
    List<LetterWarning> inOrder(FlatText flat) {
        if (warnings.isEmpty()) {
            return List.of();
        }
        warnings.sort(Comparator.comparingInt(Warning::at));
        List<LetterWarning> result = new ArrayList<>(warnings.size());
        for (Warning warning : warnings) {
            result.add(letterWarning(warning, flat));
        }
        return result;
    }

    private static LetterWarning letterWarning(Warning warning, FlatText flat) {
        Position position = flat.position(warning.at());
        return new LetterWarning(warning.code().name(), position.line(), position.column());
    }
}
