package imr.app;

import imr.dev.letters.LetterRecord;
import imr.dev.letters.LetterStream;
import imr.names.Headers;
import imr.truth.ItemCheck;
import imr.truth.TruthModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Publishes a stream of letters at a steady pace, and keeps account of what is to become of them. */
final class LetterFeed {

    private static final int LETTERS_A_BREATH = 20;

    private final LetterStream letters;
    private final TestTopics topics;
    private final TruthModel truth;
    private final ItemCheck items;
    private final long breathNanos;
    private final List<LetterRecord> rejected = new ArrayList<>();
    private int published;

    LetterFeed(LetterStream letters, int lettersPerSecond, TestTopics topics, TruthModel truth, ItemCheck items) {
        this.letters = letters;
        this.topics = topics;
        this.truth = truth;
        this.items = items;
        this.breathNanos = TimeUnit.SECONDS.toNanos(LETTERS_A_BREATH) / lettersPerSecond;
    }

    /** Publishes so many letters; returns before the broker has them all. */
    void publish(int count) {
        long breath = System.nanoTime();
        for (int i = 0; i < count; i++) {
            if (i % LETTERS_A_BREATH == 0) {
                LockSupport.parkNanos(breath - System.nanoTime());
                breath += breathNanos;
            }
            publish(letters.next());
        }
    }

    private void publish(LetterRecord letter) {
        topics.publish(letter);
        published++;
        switch (letter.arrival()) {
            case FIRST, AMENDED -> {
                truth.count(letter.truth(), letter.headers().get(Headers.CLAIMS_ADMINISTRATOR), letter.timestamp());
                items.expect(letter.truth());
            }
            case REPEAT -> {}
            case REJECTED -> rejected.add(letter);
        }
    }

    /** Waits until the broker has all that was published. */
    void flush() {
        topics.flush();
    }

    int published() {
        return published;
    }

    /** The letters that can't be read. */
    List<LetterRecord> rejected() {
        return rejected;
    }
}
