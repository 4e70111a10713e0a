package imr;

import java.io.PrintStream;
import org.apache.avro.util.ClassSecurityValidator;

/** Runs the command line. */
public final class Main {
    private Main() {}

    /** Entry point. */
    public static void main(String[] args) {
        // Avro makes objects only of classes that it is told to trust, before it makes the first.
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.DEFAULT, type -> type.getPackageName().equals("imr.avro")));
        run(System.out);
    }

    static void run(PrintStream out) {
        out.println("imr");
    }
}
