package imr.guideline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Phrases of words, each with a value; finds the longest phrase that starts at a place in a list of words. */
final class PhraseTrie<T> {
    /** How many words may stand between two of a phrase; bounds the search, and is more than any request has. */
    private static final int MOST_BETWEEN = 20;

    /** A phrase found: its value and the index behind its last word. */
    record Match<T>(T value, int end) {}

    private static final class Node<T> {
        final Map<String, Node<T>> next = new HashMap<>();

        @Nullable
        T value;
    }

    private final Node<T> root = new Node<>();
    private final Predicate<String> canStandBetween;

    /** Makes a trie whose phrases are found with their words next to one another. */
    PhraseTrie() {
        this(word -> false);
    }

    /** Makes a trie whose phrases are found too when such words stand between theirs. */
    PhraseTrie(Predicate<String> canStandBetween) {
        this.canStandBetween = canStandBetween;
    }

    /** Adds a phrase; returns the value that it already had, which then stays, or null. */
    @Nullable
    T add(List<String> words, T value) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a phrase without words");
        }
        Node<T> node = root;
        for (String word : words) {
            node = node.next.computeIfAbsent(word, w -> new Node<>());
        }
        T former = node.value;
        if (former == null) {
            node.value = value;
        }
        return former;
    }

    /** Returns the value of the phrase that is this one word, or null. */
    @Nullable
    T get(String word) {
        Node<T> node = root.next.get(word);
        return node == null ? null : node.value;
    }

    /** Finds the longest phrase that starts at {@code start}, or null. */
    @Nullable
    Match<T> longestAt(List<String> words, int start) {
        Node<T> node = root;
        Match<T> longest = null;
        int between = 0;
        for (int i = start; i < words.size(); i++) {
            Node<T> next = node.next.get(words.get(i));
            if (next == null) {
                if (i > start && between < MOST_BETWEEN && canStandBetween.test(words.get(i))) {
                    between++;
                    continue;
                }
                break;
            }
            between = 0;
            node = next;
            if (node.value != null) {
                longest = new Match<>(node.value, i + 1);
            }
        }
        return longest;
    }

    /** Finds the first place at or behind {@code start} where a phrase stands, or null; the longest one there. */
    @Nullable
    Match<T> firstFrom(List<String> words, int start) {
        for (int i = start; i < words.size(); i++) {
            Match<T> match = longestAt(words, i);
            if (match != null) {
                return match;
            }
        }
        return null;
    }
}
