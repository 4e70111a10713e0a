package imr.dev.letters;

import imr.avro.LetterFormat;
import imr.avro.Sex;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Draws case files: who was hurt, who reviewed, when, and what is in dispute. */
final class CaseWriter {

    private static final int[] ITEM_COUNT_TOTALS = {600, 820, 910, 950, 970, 980, 985, 990, 993};
    private static final int MOST_ITEMS = 21;
    private static final List<String> STATES = List.of(
            "California",
            "California",
            "California",
            "Texas",
            "New York",
            "Florida",
            "New Jersey",
            "Nevada",
            "Arizona",
            "Oregon",
            "North Carolina",
            "Pennsylvania",
            "Illinois",
            "Washington",
            "West Virginia",
            "Utah");
    /** Companies that do not exist. */
    private static final List<String> ADMINISTRATORS = List.of(
            "Sierra Crest Mutual",
            "Golden Coast Fund",
            "Pacific Harbor Claims",
            "Redwood Valley TPA",
            "Mission Bay Indemnity",
            "Central Farms Exchange");

    private static final List<HeaderStyle> HEADER_STYLES = List.of(
            HeaderStyle.TWO_COLUMNS,
            HeaderStyle.TWO_COLUMNS,
            HeaderStyle.TWO_COLUMNS,
            HeaderStyle.TWO_COLUMNS,
            HeaderStyle.TWO_COLUMNS_LATE,
            HeaderStyle.LABELS_FIRST,
            HeaderStyle.ONE_COLUMN);

    private final long seed;
    private final List<LetterFormat> formats;
    private final Phrasebook phrases = Phrasebook.load();
    private final Prose prose = new Prose(phrases);
    private final ItemWriter itemWriter = new ItemWriter(prose);
    private final List<Region> regions = Region.load();
    private final int[] regionTotals = Table.totals(regions, Region::weight);
    private final List<Table.Row> specialties = Table.rows("/generator/reviewers.tsv");
    private final int[] specialtyTotals = Table.totals(specialties, row -> row.number("weight"));

    CaseWriter(long seed, List<LetterFormat> formats) {
        this.seed = seed;
        this.formats = List.copyOf(formats);
    }

    CaseFile write(long index) {
        Dice dice = Dice.of(seed, index);
        LetterFormat format = dice.pick(formats);
        CaseFile.Dates dates = dates(format, dice);
        CaseFile.Worker worker = worker(dice);
        Region region = regions.get(dice.weighted(regionTotals));
        Blanks blanks = new Blanks(phrases, dice, region, worker, dates);
        List<CaseItem> items = itemWriter.items(itemCount(dice), format, region, blanks, dice);
        String summary = summary(blanks, worker, items, dice);
        String caseNumber = caseNumber(index, dates.assigned().getYear());
        boolean printsNumber = format != LetterFormat.V3A;
        boolean documentId = dice.percent(printsNumber ? 2 : 50);
        return new CaseFile(
                index,
                format,
                caseNumber,
                documentId ? "intake-" + (4_000_000 + index) : caseNumber,
                dates,
                dice.percent(96) ? "Standard" : "Expedited",
                dice.pick(HEADER_STYLES),
                reviewer(dice),
                worker,
                region,
                summary,
                items,
                dice.percent(40) ? dice.pick(ADMINISTRATORS) : null,
                dice.percent(printsNumber ? 20 : 50),
                printsNumber && dice.percent(6));
    }

    /** What a later letter on the case says; each revision builds on the one before. */
    CaseFile amended(CaseFile former, int revision) {
        Dice dice = Dice.of(seed, former.index(), -revision);
        Blanks blanks = new Blanks(phrases, dice, former.region(), former.worker(), former.dates());
        List<CaseItem> items = new ArrayList<>(former.items());
        switch (dice.below(5)) {
            case 0 -> {
                int at = dice.below(items.size());
                items.set(at, itemWriter.flipped(items.get(at), blanks, dice));
            }
            case 1 ->
                items.addAll(itemWriter.items(dice.between(1, 3), former.format(), former.region(), blanks, dice));
            case 2 -> {
                if (items.size() > 1) {
                    items.remove(dice.below(items.size()));
                } else {
                    items.set(0, itemWriter.flipped(items.get(0), blanks, dice));
                }
            }
            case 3 -> {
                int at = dice.below(items.size());
                items.set(at, itemWriter.flipped(items.get(at), blanks, dice));
                LocalDate moved = onWorkday(former.dates().decision().plusDays(dice.between(1, 9)));
                return former.withItems(items).withDecisionDate(moved);
            }
            default -> {
                String other = dice.pick(ADMINISTRATORS);
                if (!other.equals(former.claimsAdministrator())) {
                    return former.withClaimsAdministrator(other);
                }
                items.add(
                        0,
                        itemWriter
                                .items(1, former.format(), former.region(), blanks, dice)
                                .get(0));
            }
        }
        return former.withItems(items);
    }

    private String summary(Blanks blanks, CaseFile.Worker worker, List<CaseItem> items, Dice dice) {
        StringBuilder requested = new StringBuilder(200);
        boolean partial = false;
        for (int i = 0; i < items.size(); i++) {
            CaseItem item = items.get(i);
            if (i < 4) {
                requested.append(i == 0 ? "" : "; ").append(item.requestInDispute());
            }
            partial |= !item.label().equals(item.requestInDispute());
        }
        blanks.items(requested.toString());
        return prose.summary(blanks, worker.sex(), partial, dice);
    }

    private static int itemCount(Dice dice) {
        int drawn = dice.below(1000);
        for (int i = 0; i < ITEM_COUNT_TOTALS.length; i++) {
            if (drawn < ITEM_COUNT_TOTALS[i]) {
                return i + 1;
            }
        }
        return dice.between(ITEM_COUNT_TOTALS.length + 1, MOST_ITEMS);
    }

    private static CaseFile.Worker worker(Dice dice) {
        int age = dice.between(19, 68);
        int drawn = dice.below(100);
        return new CaseFile.Worker(age, drawn < 5 ? null : drawn < 55 ? Sex.MALE : Sex.FEMALE);
    }

    private CaseFile.Reviewer reviewer(Dice dice) {
        List<String> states = new ArrayList<>(3);
        int count = dice.percent(55) ? 1 : dice.between(2, 3);
        while (states.size() < count) {
            String state = dice.pick(STATES);
            if (!states.contains(state)) {
                states.add(state);
            }
        }
        List<String> printed = specialties.get(dice.weighted(specialtyTotals)).list("specialties");
        return new CaseFile.Reviewer(List.copyOf(states), dice.percent(20), damaged(printed, dice));
    }

    /** Now and then a letter too many behind a specialty, as seen in extracted text. */
    private static List<String> damaged(List<String> printed, Dice dice) {
        int last = printed.size() - 1;
        if (!printed.get(last).equals("Sports Medicine") || !dice.percent(15)) {
            return printed;
        }
        List<String> others = new ArrayList<>(printed);
        others.set(last, "Sports Medicinea");
        return List.copyOf(others);
    }

    private static CaseFile.Dates dates(LetterFormat format, Dice dice) {
        LocalDate first = switch (format) {
            case V1 -> LocalDate.of(2013, 8, 1);
            case V2 -> LocalDate.of(2013, 12, 2);
            case V3A -> LocalDate.of(2014, 7, 1);
            case V4 -> LocalDate.of(2018, 1, 8);
            default -> LocalDate.of(2016, 12, 1);
        };
        int span = switch (format) {
            case V1 -> 110;
            case V2 -> 200;
            case V3A -> 700;
            case V4 -> 1500;
            default -> 88;
        };
        LocalDate decision = onWorkday(first.plusDays(dice.below(span)));
        LocalDate assigned = onWorkday(decision.minusDays(dice.between(9, 35)));
        LocalDate received = onWorkday(assigned.minusDays(dice.between(3, 20)));
        LocalDate urDenial = onWorkday(received.minusDays(dice.between(5, 29)));
        LocalDate injury = urDenial.minusDays(dice.percent(30) ? dice.between(20, 300) : dice.between(300, 4500));
        return new CaseFile.Dates(injury, urDenial, received, assigned, decision);
    }

    /** The day itself, or the Friday before a weekend: nothing is decided at weekends. */
    private static LocalDate onWorkday(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday.getValue() < 6 ? day : day.minusDays(weekday.getValue() - 5L);
    }

    /** Such as CM16-0213037; no two of the first ten million cases have the same digits. */
    private static String caseNumber(long index, int year) {
        String digits = Long.toString(10_000_000 + Math.floorMod(index * 104_729 + 48_611, 10_000_000L));
        return "CM" + year % 100 + "-" + digits.substring(1);
    }
}
