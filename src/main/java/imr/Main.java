package imr;

import java.io.PrintStream;

/** Runs the command line. */
public final class Main {
    private Main() {}

    /** Entry point. */
    public static void main(String[] args) {
        run(System.out);
    }

    static void run(PrintStream out) {
        out.println("imr");
    }
}
