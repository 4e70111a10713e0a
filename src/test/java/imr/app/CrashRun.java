package imr.app;

import imr.app.CrashPlan.Blow;
import imr.app.CrashPlan.Round;
import imr.dev.BrokerProcess;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;

/** Does what a {@link CrashPlan} says while letters are published, and says on the way what it does. */
final class CrashRun {

    /** For one thing to come about; a machine that has nothing else to do needs seconds. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration BETWEEN_NEWS = Duration.ofSeconds(10);

    private final BrokerProcess broker;
    private final Fleet fleet;
    private final LetterFeed feed;
    private final TestTopics topics;
    private final GroupView group;
    private final Random random;
    private final long start = System.nanoTime();
    private long seconds;
    private int atWork;

    CrashRun(long seed, BrokerProcess broker, Fleet fleet, LetterFeed feed, TestTopics topics, GroupView group) {
        this.random = new Random(seed);
        this.broker = broker;
        this.fleet = fleet;
        this.feed = feed;
        this.topics = topics;
        this.group = group;
    }

    /** Begins and ends with two instances; returns when every letter is done with. */
    void run(CrashPlan plan) throws Exception {
        fleet.join();
        fleet.join();
        for (Round round : plan.rounds()) {
            if (!round.early()) {
                await("all instances to be at work", this::allWork);
            }
            feed.publish(round.before());
            strike(round);
            feed.publish(round.after());
            feed.flush();
        }
        await("every letter to be done with", group::isIdle);
        seconds = elapsed();
        tell("all letters done with");
    }

    private void strike(Round round) throws Exception {
        switch (round.blow()) {
            case KILL, KILL_AND_WIPE -> kill(round);
            case JOIN -> {
                tell("one more instance: " + fleet.join());
                feed.publish(round.away());
            }
            case LEAVE -> {
                Instance leaving = fleet.pick(random);
                tell("one instance less: " + leaving);
                leaving.end();
                feed.publish(round.away());
            }
            case RESTART_BROKER -> {
                tell("broker restarts");
                broker.restart();
                feed.publish(round.away());
            }
        }
    }

    private void kill(Round round) throws Exception {
        Instance victim = fleet.pick(random);
        Integer partitions = group.partitionsByClient().get(victim.clientId());
        victim.kill();
        atWork += partitions == null ? 0 : 1;
        tell("killed " + victim
                + (partitions == null ? " while work is shared out" : " at work on " + partitions + " partitions"));
        feed.publish(round.away());
        if (round.blow() == Blow.KILL_AND_WIPE) {
            victim.wipe();
            tell("state of " + victim + " deleted");
        }
        victim.start();
    }

    private boolean allWork() throws Exception {
        Map<String, Integer> working = group.partitionsByClient();
        return fleet.running().stream().allMatch(instance -> working.containsKey(instance.clientId()));
    }

    private void await(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long news = System.nanoTime() + BETWEEN_NEWS.toNanos();
        while (!condition.call()) {
            fleet.requireAlive();
            long now = System.nanoTime();
            if (now - deadline > 0) {
                throw new AssertionError("not after " + PATIENCE + ": " + what + "; " + topics.lettersLeft()
                        + " letters left, partitions by instance " + group.partitionsByClient());
            }
            if (now - news > 0) {
                tell("waiting for " + what);
                news = now + BETWEEN_NEWS.toNanos();
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private void tell(String news) throws Exception {
        System.out.printf(
                "crash test %4d s: %s (letters published %,d, to be done %,d)%n",
                elapsed(), news, feed.published(), topics.lettersLeft());
    }

    private long elapsed() {
        return Duration.ofNanos(System.nanoTime() - start).toSeconds();
    }

    /** What it all took, the starts of the first instances included. */
    long seconds() {
        return seconds;
    }

    /** Kills that hit an instance when it surely had partitions to work on. */
    int killsAtWork() {
        return atWork;
    }
}
