package imr.cli;

import static org.assertj.core.api.Assertions.assertThat;

import imr.cli.Shell.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestCommandTest {

    private static final String HEADER = "key,window_start,upheld,overturned\n";

    @TempDir
    private Path folder;

    @Test
    void writesWhatWouldHaveBeenTold() throws IOException {
        Path out = folder.resolve("alerts.csv");

        Ran ran = Shell.imr("spikes", "backtest", file(HEADER + spike("a, b") + spike("quiet", 10)), out.toString());

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("140 windows of 2 keys, 1 alerts in 2 records");
        assertThat(Files.readAllLines(out))
                .containsExactly(
                        "event,alert_id,key,row_window,state,opened,closed,onset,severity,reason,overturned,total,rate,"
                                + "baseline,expected,lift_lb,evidence,phi,revision",
                        "OPEN,\"a, b@2016-03-01T00:00:00Z\",\"a, b\",2016-03-01T00:00:00Z,OPEN,2016-03-01T00:00:00Z,,"
                                + "2016-03-01T00:00:00Z,CRITICAL,,40,100,0.400000,0.100000,10.0000,0.223072,21.9427,1.0000,0",
                        "RESOLVE,\"a, b@2016-03-01T00:00:00Z\",\"a, b\",2016-03-07T00:00:00Z,CLOSED,2016-03-01T00:00:00Z,"
                                + "2016-03-07T00:00:00Z,2016-03-01T00:00:00Z,CRITICAL,RESOLVED,220,700,0.314286,0.100000,"
                                + "70.0000,0.186184,99.0264,1.0000,1");
    }

    @Test
    void readsAndWritesStandardStreamsAndTakesParameters() {
        Ran usual = Shell.imrReading(HEADER + spike("a"), "spikes", "backtest", "-", "-");
        Ran strict = Shell.imrReading(HEADER + spike("a"), "spikes", "backtest", "-", "-", "min_days=200", "ring=48");

        assertThat(usual.outLines()).hasSize(3);
        assertThat(strict.exitCode()).isZero();
        assertThat(strict.outLines()).as("still learning").hasSize(1);
    }

    @Test
    void saysWhichParameterIsWrong() {
        Ran ran = Shell.imr("spikes", "backtest", "-", "-", "h=high", "quiet=1.5", "deltas=1", "12");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err())
                .contains("h is \"high\", but has to be a number from 1 to 100")
                .contains("quiet is \"1.5\", but has to be a whole number from 1 to 1000")
                .contains("no parameter deltas; there are delta, h, ")
                .contains("\"12\" is no NAME=VALUE");
    }

    @Test
    void saysWhichRowIsNoWindow() throws IOException {
        assertThat(refusal(HEADER + "a,2016-01-01T00:00:00Z,1,2\na,yesterday,1,2\n"))
                .endsWith("row 2: window_start \"yesterday\" is no time such as 2017-02-14T00:00:00Z\n");
        assertThat(refusal(HEADER + "a,2016-01-01T00:00:00Z,1,-2\n"))
                .endsWith("row 1: overturned \"-2\" is no number of items\n");
        assertThat(refusal(HEADER + "a,2016-01-01T00:00:00Z,1\n")).endsWith("row 1: overturned is missing\n");
        assertThat(refusal("key,start,upheld,overturned\n"))
                .endsWith("no column window_start in the first line; it has to name"
                        + " key,window_start,upheld,overturned\n");
        assertThat(Shell.imr("spikes", "backtest", "nowhere.csv", "-").err()).contains("nowhere.csv: no such file");
    }

    private String refusal(String csv) throws IOException {
        Ran ran = Shell.imr("spikes", "backtest", file(csv), "-");
        assertThat(ran.exitCode()).isEqualTo(1);
        return ran.err();
    }

    private String file(String csv) throws IOException {
        return Files.writeString(folder.resolve("windows.csv"), csv).toString();
    }

    private static String spike(String key) {
        return spike(key, 40);
    }

    /** Seventy days of 100 items, 10 of them overturned; but on five days another number. */
    private static String spike(String key, int overturned) {
        StringBuilder rows = new StringBuilder();
        LocalDate first = LocalDate.of(2016, 1, 1);
        for (int day = 0; day < 70; day++) {
            int now = day >= 60 && day < 65 ? overturned : 10;
            rows.append('"')
                    .append(key)
                    .append("\",")
                    .append(first.plusDays(day))
                    .append("T00:00:00Z,");
            rows.append(100 - now).append(',').append(now).append('\n');
        }
        return rows.toString();
    }
}
