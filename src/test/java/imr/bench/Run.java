package imr.bench;

import imr.bench.Trial.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What one run of a contender came to.
 *
 * @param contender who
 * @param round from 1
 * @param letters how many
 * @param wrongWindows windows whose counts aren't those expected; -1 where nothing is published
 * @param outcomes outcome records published
 * @param allocatedBytes by the contender's threads
 * @param collectionMillis spent on garbage
 * @param written bytes that were added to each topic
 * @param samples what was seen on the way
 */
record Run(
        Contender contender,
        int round,
        long letters,
        long wrongWindows,
        long outcomes,
        long allocatedBytes,
        long collectionMillis,
        Map<String, Long> written,
        List<Sample> samples) {

    private static final double UNIT = 100_000;

    private Sample end() {
        return samples.get(samples.size() - 1);
    }

    /** The first moment at which half of the letters were committed: what comes after it is without start and warm-up. */
    private Sample half() {
        return samples.stream()
                .filter(sample -> sample.letters() >= letters / 2)
                .findFirst()
                .orElseThrow();
    }

    /** A second, from the start of the JVM to the last outcome. */
    double lettersASecond() {
        return letters / seconds(end().time());
    }

    /** Seconds of the contender for 100,000 letters, its start included. */
    double cpu() {
        return seconds(end().cpu()) * UNIT / letters;
    }

    /** The same over the second half of the letters. */
    double warmCpu() {
        return warm(seconds(end().cpu().minus(half().cpu())));
    }

    /** Seconds of the broker for 100,000 letters. */
    double brokerCpu() {
        return seconds(end().brokerCpu()) * UNIT / letters;
    }

    /** Letters a second over the second half of the letters. */
    double warmLettersASecond() {
        return (end().letters() - half().letters()) / seconds(end().time().minus(half().time()));
    }

    double allocatedKilobytesALetter() {
        return allocatedBytes / 1024.0 / letters;
    }

    double writtenBytesALetter() {
        return written.values().stream().mapToLong(Long::longValue).sum() / (double) letters;
    }

    double peakMebibytes() {
        return samples.stream().mapToLong(Sample::residentBytes).max().orElse(0) / 1048576.0;
    }

    private double warm(double used) {
        long counted = end().letters() - half().letters();
        return counted == 0 ? Double.NaN : used * UNIT / counted;
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
