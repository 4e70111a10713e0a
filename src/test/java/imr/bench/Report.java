package imr.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Runs side by side: the median of each figure over the rounds, and its least and greatest value. */
final class Report {

    private final List<Run> runs;

    Report(List<Run> runs) {
        this.runs = runs;
    }

    /** The table. */
    String table() {
        StringBuilder table = new StringBuilder();
        Run first = runs.get(0);
        line(
                table,
                "%,d letters, %d rounds; median (least - greatest) over the rounds; CPU in seconds for 100,000 letters",
                first.letters(),
                rounds());
        line(
                table,
                "%-18s %26s %22s %22s %22s %10s %12s %8s %8s",
                "",
                "letters/s",
                "CPU",
                "CPU, second half",
                "CPU of the broker",
                "KB alloc'd",
                "bytes out",
                "MiB RSS",
                "totals");
        for (Contender contender : contenders()) {
            line(
                    table,
                    "%-18s %26s %22s %22s %22s %10.1f %,12.0f %,8.0f %8s",
                    contender.title(),
                    spread(contender, Run::lettersASecond, "%,.0f"),
                    spread(contender, Run::cpu, "%.2f"),
                    spread(contender, Run::warmCpu, "%.2f"),
                    spread(contender, Run::brokerCpu, "%.2f"),
                    median(contender, Run::allocatedKilobytesALetter),
                    median(contender, Run::writtenBytesALetter),
                    median(contender, Run::peakMebibytes),
                    correctness(contender));
        }
        for (Map.Entry<String, double[]> ratio : ratios().entrySet()) {
            line(
                    table,
                    "%-36s CPU x %.2f (%.2f - %.2f by round), second half x %.2f (%.2f - %.2f)",
                    ratio.getKey(),
                    ratio.getValue()[0],
                    ratio.getValue()[1],
                    ratio.getValue()[2],
                    ratio.getValue()[3],
                    ratio.getValue()[4],
                    ratio.getValue()[5]);
        }
        line(table, "");
        line(
                table,
                "KB allocated and bytes written to topics are a letter's, memory is the peak. Bytes a letter by topic:");
        for (Contender contender : contenders()) {
            line(table, "%-18s %s", contender.title(), topics(contender));
        }
        return table.toString();
    }

    /** All figures, by name. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("letters", runs.get(0).letters());
        json.put("rounds", rounds());
        json.put("javaVersion", Runtime.version().toString());
        json.put("processors", Runtime.getRuntime().availableProcessors());
        json.put("ratios", ratios());
        json.put("runs", runs.stream().map(Report::json).toList());
        return json;
    }

    private static Map<String, Object> json(Run run) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("contender", run.contender().title());
        json.put("round", run.round());
        json.put("lettersASecond", run.lettersASecond());
        json.put("lettersASecondSecondHalf", run.warmLettersASecond());
        json.put("cpuSecondsPer100000", run.cpu());
        json.put("cpuSecondsPer100000SecondHalf", run.warmCpu());
        json.put("brokerCpuSecondsPer100000", run.brokerCpu());
        json.put("allocatedKilobytesALetter", run.allocatedKilobytesALetter());
        json.put("collectionMillis", run.collectionMillis());
        json.put("wrongWindows", run.wrongWindows());
        json.put("outcomeRecords", run.outcomes());
        json.put("bytesWritten", run.written());
        json.put("samples", run.samples().stream().map(Report::json).toList());
        return json;
    }

    static Map<String, Object> json(Trial.Sample sample) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("seconds", Run.seconds(sample.time()));
        json.put("letters", sample.letters());
        json.put("cpuSeconds", Run.seconds(sample.cpu()));
        json.put("brokerCpuSeconds", Run.seconds(sample.brokerCpu()));
        json.put("residentBytes", sample.residentBytes());
        return json;
    }

    private List<Contender> contenders() {
        return runs.stream().map(Run::contender).distinct().toList();
    }

    private long rounds() {
        return runs.stream().mapToInt(Run::round).max().orElse(0);
    }

    /** Median of the ratios of each round, the least and the greatest; the same for the second half. */
    private Map<String, double[]> ratios() {
        Map<String, double[]> ratios = new LinkedHashMap<>();
        for (Contender under : List.of(Contender.LOOP, Contender.DSL)) {
            if (contenders().contains(under) && contenders().contains(Contender.APPLICATION)) {
                double[] all = ratio(under, Run::cpu);
                double[] warm = ratio(under, Run::warmCpu);
                ratios.put(
                        Contender.APPLICATION.title() + " / " + under.title(),
                        new double[] {all[0], all[1], all[2], warm[0], warm[1], warm[2]});
            }
        }
        return ratios;
    }

    private double[] ratio(Contender under, ToDoubleFunction<Run> figure) {
        double[] over = values(Contender.APPLICATION, figure);
        double[] base = values(under, figure);
        double[] quotients = new double[Math.min(over.length, base.length)];
        for (int round = 0; round < quotients.length; round++) {
            quotients[round] = over[round] / base[round];
        }
        Arrays.sort(quotients);
        return new double[] {median(quotients), quotients[0], quotients[quotients.length - 1]};
    }

    private String spread(Contender contender, ToDoubleFunction<Run> figure, String format) {
        double[] sorted = values(contender, figure);
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                format + " (" + format + " - " + format + ")",
                median(sorted),
                sorted[0],
                sorted[sorted.length - 1]);
    }

    private double median(Contender contender, ToDoubleFunction<Run> figure) {
        double[] sorted = values(contender, figure);
        Arrays.sort(sorted);
        return median(sorted);
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private double[] values(Contender contender, ToDoubleFunction<Run> figure) {
        return of(contender).stream().mapToDouble(figure).toArray();
    }

    private List<Run> of(Contender contender) {
        return runs.stream().filter(run -> run.contender() == contender).toList();
    }

    private String correctness(Contender contender) {
        if (contender == Contender.CONSUMER) {
            return "-";
        }
        return of(contender).stream().allMatch(run -> run.wrongWindows() == 0) ? "right" : "WRONG";
    }

    private String topics(Contender contender) {
        Run last = of(contender).get(of(contender).size() - 1);
        StringBuilder topics = new StringBuilder();
        last.written()
                .forEach((topic, bytes) -> topics.append(
                        String.format(Locale.ROOT, "%s %,d  ", topic, bytes / Math.max(1, last.letters()))));
        return topics.append(String.format(Locale.ROOT, "(%,d outcome records)", last.outcomes()))
                .toString();
    }

    private static void line(StringBuilder table, String format, Object... values) {
        table.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
