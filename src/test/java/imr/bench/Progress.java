package imr.bench;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What the benchmark is doing, on standard error; standard output is for the table. */
final class Progress {

    private Progress() {}

    static void say(String format, Object... arguments) {
        System.err.printf(
                Locale.ROOT,
                "%s %s%n",
                LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS),
                String.format(Locale.ROOT, format, arguments));
    }
}
