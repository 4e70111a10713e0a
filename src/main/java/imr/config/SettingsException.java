package imr.config;

import java.util.List;

/** A configuration that can't be used. The message lists every problem, one a line. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    SettingsException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** Each names its setting, where the value came from, and what would be right. */
    public List<String> problems() {
        return problems;
    }
}
