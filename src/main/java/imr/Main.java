package imr;

import imr.cli.CommandLineProgram;
import org.apache.avro.util.ClassSecurityValidator;

/** The process: its arguments in, its exit code out. */
public final class Main {

    private Main() {}

    /** Runs one command line. */
    public static void main(String[] arguments) {
        // Avro makes objects only of classes that it is told to trust, before it makes the first.
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.DEFAULT, type -> type.getPackageName().equals("imr.avro")));
        System.exit(CommandLineProgram.run(arguments));
    }
}
