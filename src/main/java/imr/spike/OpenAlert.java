package imr.spike;

import imr.avro.SpikeOpenAlert;
import imr.avro.SpikeSeverity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The alert of a key, while it is open: one at most. */
final class OpenAlert {

    boolean open;
    long opened;

    /** Rate of the run when it opened; a key goes back to normal from there. */
    double rate;

    /** What came after it opened: the normal to be, if it lasts. */
    double overturned;

    double items;
    int quiet;
    SpikeSeverity severity = SpikeSeverity.WARNING;
    double liftLowerBound;

    void open(long window, Run run, double dispersion) {
        clear();
        open = true;
        opened = window;
        rate = run.overturned / run.items;
        judge(run, dispersion);
    }

    void add(double moreOverturned, double moreItems, boolean isQuiet) {
        overturned += moreOverturned;
        items += moreItems;
        quiet = isQuiet ? quiet + 1 : 0;
    }

    void judge(Run run, double dispersion) {
        liftLowerBound = Lift.lowerBound(run, dispersion);
        SpikeSeverity now = Lift.severity(liftLowerBound);
        if (now.compareTo(severity) > 0) {
            severity = now;
        }
    }

    void clear() {
        open = false;
        opened = 0;
        rate = 0;
        overturned = 0;
        items = 0;
        quiet = 0;
        severity = SpikeSeverity.WARNING;
        liftLowerBound = 0;
    }

    @Nullable
    SpikeOpenAlert state() {
        return open
                ? new SpikeOpenAlert(
                        Instant.ofEpochMilli(opened), rate, overturned, items, quiet, severity, liftLowerBound)
                : null;
    }

    void read(@Nullable SpikeOpenAlert state) {
        if (state != null) {
            open = true;
            opened = state.getOpened().toEpochMilli();
            rate = state.getRate();
            overturned = state.getOverturned();
            items = state.getItems();
            quiet = state.getQuiet();
            severity = state.getSeverity();
            liftLowerBound = state.getLiftLowerBound();
        }
    }

    void become(OpenAlert other) {
        open = other.open;
        opened = other.opened;
        rate = other.rate;
        overturned = other.overturned;
        items = other.items;
        quiet = other.quiet;
        severity = other.severity;
        liftLowerBound = other.liftLowerBound;
    }
}
