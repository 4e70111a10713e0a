package imr.runtime;

import java.util.ArrayList;
import java.util.List;

/** A state can't be gone on with: it was counted on other terms than those that the settings ask for. */
public final class TermsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    TermsException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    static TermsException changed(List<String> differences, String application) {
        List<String> problems = new ArrayList<>(differences);
        problems.add("letters counted both ways would be mixed in the state of application " + application + " ("
                + waysOut("set it back, or ") + ")");
        return new TermsException(problems);
    }

    static TermsException unknown(String application) {
        return new TermsException(List.of("application " + application
                + " has state, but nothing says with which settings it was counted (" + waysOut("") + ")"));
    }

    private static String waysOut(String first) {
        return first
                + "count from the beginning: with another imr.application-id and imr.topic-prefix, or after: imr reset";
    }

    /** A line each: what was changed, from what, and the way out. */
    public List<String> problems() {
        return problems;
    }
}
