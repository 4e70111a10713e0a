package imr.app;

import java.util.List;

/** What keeps the program from starting. The message lists all of it, a line each, with addresses, names and fixes. */
public final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    StartException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
