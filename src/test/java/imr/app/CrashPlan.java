package imr.app;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What happens to the instances while letters are published, in rounds with as many letters each. The same seed gives
 * the same plan; at what the blows hit an instance is a matter of the machine.
 *
 * @param letters records in all
 */
record CrashPlan(int letters, List<Round> rounds) {

    /** One in so many kills also takes the state away. */
    private static final int KILLS_PER_WIPE = 10;

    /** One in so many blows falls while the instances are still busy with the one before. */
    private static final int BLOWS_PER_EARLY_ONE = 4;

    enum Blow {
        /** SIGKILL; the instance is started again later. */
        KILL,
        /** The same, and its state directory is lost. */
        KILL_AND_WIPE,
        /** One instance more. */
        JOIN,
        /** One instance less, by SIGTERM. */
        LEAVE,
        RESTART_BROKER
    }

    /**
     * A blow and the letters around it.
     *
     * @param early whether it doesn't wait until all instances are back at work
     * @param before letters published before it falls
     * @param away letters published from then on until what was killed is started again
     * @param after letters published after that
     */
    record Round(Blow blow, boolean early, int before, int away, int after) {}

    static CrashPlan of(long seed, int letters, int kills) {
        Random random = new Random(seed);
        List<Blow> blows = blows(random, kills);
        List<Round> rounds = new ArrayList<>();
        int left = letters;
        for (int i = 0; i < blows.size(); i++) {
            int share = left / (blows.size() - i);
            left -= share;
            int before = random.nextInt(share);
            int away = random.nextInt(share - before);
            // An instance that has hardly started has no state to lose.
            boolean mayBeEarly = i > 0 && blows.get(i) != Blow.KILL_AND_WIPE;
            boolean early = mayBeEarly && random.nextInt(BLOWS_PER_EARLY_ONE) == 0;
            rounds.add(new Round(blows.get(i), early, before, away, share - before - away));
        }
        return new CrashPlan(letters, List.copyOf(rounds));
    }

    private static List<Blow> blows(Random random, int kills) {
        List<Blow> blows = new ArrayList<>();
        for (int i = 0; i < kills; i++) {
            blows.add(i % KILLS_PER_WIPE == 0 ? Blow.KILL_AND_WIPE : Blow.KILL);
        }
        blows.addAll(List.of(Blow.JOIN, Blow.LEAVE, Blow.RESTART_BROKER));
        Collections.shuffle(blows, random);
        if (blows.indexOf(Blow.LEAVE) < blows.indexOf(Blow.JOIN)) {
            Collections.swap(blows, blows.indexOf(Blow.LEAVE), blows.indexOf(Blow.JOIN));
        }
        return blows;
    }
}
