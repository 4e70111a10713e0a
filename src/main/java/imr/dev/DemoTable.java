package imr.dev;

import imr.avro.Dimension;
import imr.dev.OutcomeTotals.Total;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/** Lays out the outcomes as text of at most {@value #WIDTH} columns. */
final class DemoTable {

    static final int WIDTH = 90;

    private static final int VALUE_WIDTH = 40;
    private static final double ERROR_RATE = 0.05;
    private static final List<Dimension> DIMENSIONS = List.of(
            Dimension.SERVICE_CATEGORY,
            Dimension.DRUG_CLASS,
            Dimension.TREATMENT,
            Dimension.GUIDELINE,
            Dimension.CITATION_BASIS,
            Dimension.REVIEWER_SPECIALTY,
            Dimension.CLAIMS_ADMINISTRATOR);

    private DemoTable() {}

    /**
     * The lines of the table.
     *
     * @param totals what was counted
     * @param rows values shown of each dimension, those with most items
     */
    static List<String> lines(OutcomeTotals totals, int rows) {
        List<String> lines = new ArrayList<>();
        lines.add(line("", "items", "upheld", "overturned", "rate", "95 % interval"));
        lines.add("-".repeat(WIDTH));
        lines.add(row("ALL", totals.all()));
        for (Dimension dimension : DIMENSIONS) {
            List<Total> values = totals.by(dimension);
            if (values.isEmpty()) {
                continue;
            }
            lines.add(dimension.name() + more(values.size() - rows));
            values.stream().limit(rows).forEach(total -> lines.add(row("  " + total.value(), total)));
        }
        return lines;
    }

    private static String more(int hidden) {
        return hidden > 0 ? " (" + hidden + " more)" : "";
    }

    private static String row(String label, Total total) {
        if (total.items() == 0) {
            return line(label, "0", "0", "0", "-", "-");
        }
        Interval interval = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
                Math.toIntExact(total.items()), Math.toIntExact(total.overturned()), ERROR_RATE);
        return line(
                label,
                Long.toString(total.items()),
                Long.toString(total.upheld()),
                Long.toString(total.overturned()),
                percent((double) total.overturned() / total.items()) + " %",
                percent(interval.getLowerBound()) + " - " + percent(interval.getUpperBound()) + " %");
    }

    private static String line(String label, String items, String upheld, String overturned, String rate, String ends) {
        return String.format(
                        Locale.ROOT,
                        "%-" + VALUE_WIDTH + "s%7s%8s%12s%8s%15s",
                        cut(label),
                        items,
                        upheld,
                        overturned,
                        rate,
                        ends)
                .stripTrailing();
    }

    private static String cut(String label) {
        return label.length() < VALUE_WIDTH ? label : label.substring(0, VALUE_WIDTH - 3) + "..";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", share * 100);
    }
}
