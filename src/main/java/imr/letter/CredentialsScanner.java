package imr.letter;

import imr.letter.FoundItem.Range;
import java.util.ArrayList;
import java.util.List;

/** Reads the reviewer's states of licensure and specialties, both lists set off by commas that may wrap. */
final class CredentialsScanner {

    private static final List<Phrase> HEADINGS = List.of(
            Phrase.of("clinical case summary"),
            Phrase.of("imr issues, decisions and rationales"),
            Phrase.of("documents reviewed"),
            Phrase.of("the expert reviewer developed"));

    private static final Phrase BOARD_CERTIFIED = Phrase.of("board certified in");
    private static final Phrase LICENSED = Phrase.of("licensed to practice in");

    /** Longest list looked at, several times the longest seen. */
    private static final int REACH = 600;

    private CredentialsScanner() {}

    /** Where the letter says what of its reviewer; a list is empty where the letter lacks it. */
    record Credentials(List<Range> licensureStates, List<Range> specialties) {}

    static Credentials scan(FlatText flat, List<Mark.Found> marks) {
        List<Range> states = List.of();
        List<Range> specialties = List.of();
        for (int i = 0; i < marks.size(); i++) {
            Mark.Found mark = marks.get(i);
            int next = i + 1 < marks.size() ? marks.get(i + 1).start() : flat.length;
            if (mark.mark() == Mark.LICENSURE && states.isEmpty()) {
                states = list(flat, mark.end(), next);
            } else if (mark.mark() == Mark.SPECIALTY && specialties.isEmpty()) {
                specialties = list(flat, mark.end(), next);
            }
        }
        return new Credentials(states, specialties);
    }

    private static List<Range> list(FlatText flat, int from, int next) {
        int end = listEnd(flat, from, next);
        List<Range> entries = new ArrayList<>();
        int start = from;
        for (int at = from; at <= end; at++) {
            if (at == end || flat.chars[at] == ',') {
                int first = flat.skipSpaces(start, at);
                int behind = flat.trimEnd(first, at);
                if (first < behind) {
                    entries.add(new Range(first, behind));
                }
                start = at + 1;
            }
        }
        return entries;
    }

    /** {@code is Board Certified in X and Y and is licensed to practice in California}, as letters said until mid 2014. */
    static Credentials scanProse(FlatText flat) {
        int certified = BOARD_CERTIFIED.find(flat.chars, 0, flat.length);
        int licensed = LICENSED.find(flat.chars, Math.max(0, certified), flat.length);
        List<Range> specialties = List.of();
        if (certified != Phrase.NOT_FOUND) {
            int from = BOARD_CERTIFIED.endAt(flat.chars, certified, flat.length);
            int limit = Math.min(flat.length, from + REACH);
            int to = licensed != Phrase.NOT_FOUND && licensed < limit ? licensed : sentenceEnd(flat, from, limit);
            specialties = moved(ProseList.specialties(flat.text(from, to)), flat.skipSpaces(from, to));
        }
        List<Range> states = List.of();
        if (licensed != Phrase.NOT_FOUND) {
            int from = LICENSED.endAt(flat.chars, licensed, flat.length);
            int to = sentenceEnd(flat, from, Math.min(flat.length, from + REACH));
            states = moved(ProseList.names(flat.text(from, to)), flat.skipSpaces(from, to));
        }
        return new Credentials(states, specialties);
    }

    private static List<Range> moved(List<Range> ranges, int by) {
        return ranges.stream()
                .map(range -> new Range(range.start() + by, range.end() + by))
                .toList();
    }

    private static int sentenceEnd(FlatText flat, int from, int limit) {
        int at = from;
        while (at < limit && flat.chars[at] != '.') {
            at++;
        }
        return at;
    }

    /** A list ends at the next heading or label; without one in reach, at the end of its line. */
    private static int listEnd(FlatText flat, int from, int next) {
        int limit = Math.min(next, from + REACH);
        int end = limit;
        for (Phrase heading : HEADINGS) {
            int at = flat.heading(heading, from, end);
            end = at == Phrase.NOT_FOUND ? end : at;
        }
        return end < limit || limit == next ? end : flat.lineEnd(flat.lineAt(from));
    }
}
