package imr.letter;

import imr.avro.Sex;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a V3 letter says once, by regular expressions: case header, credentials, and facts of the case summary. */
final class RegexFacts {

    private static final String DATE = "\\d{1,2} ?[/-] ?\\d{1,2} ?[/-] ?(?:\\d{4}|\\d{2})(?!\\d)";
    private static final String DAY_IN_WORDS =
            "(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.? \\d{1,2},? ?\\d{4}(?!\\d)";

    private static final String CASE_NUMBER = "(CM\\d{2}-\\d{7})";
    private static final String DAY = "\\s(" + DATE + ")\\s";
    /** In one column or in two; the date of receipt stands on either line of its label. */
    private static final Pattern HEADER = Pattern.compile("Case Number:\\s" + CASE_NUMBER
            + "\\sDate Assigned:" + DAY + "Date of Injury:" + DAY + "Decision Date:" + DAY + "UR Denial Date:" + DAY
            + "Priority:\\s(\\w+)\\sApplication(?:\\sReceived:)?" + DAY);

    private static final Pattern HEADER_LABELS_FIRST = Pattern.compile(
            "Case Number:\\sDate Assigned:\\sDate of Injury:\\sDecision Date:\\sUR Denial Date:\\sPriority:\\s"
                    + "Application\\sReceived:\\s" + CASE_NUMBER
                    + DAY + "(" + DATE + ")" + DAY + "(" + DATE + ")\\s(\\w+)" + DAY);

    private static final Pattern CREDENTIALS = Pattern.compile(
            "State\\(s\\) of Licensure:\\s(.+?)\\sCertification\\(s\\)/Specialty:\\s(.+?)\\sCLINICAL CASE SUMMARY",
            Pattern.DOTALL);
    private static final Pattern COMMA = Pattern.compile("\\s?,\\s?");

    private static final Pattern SUMMARY = Pattern.compile("including all medical records:\\s");
    /** Characters within which a summary's first sentences tell the worker; later ages and dates are of other things. */
    private static final int FIRST_SENTENCES = 1_500;

    private static final String SEX = "(female|woman|lady|male|man|gentleman)\\b";
    private static final Pattern AGE = Pattern.compile(
            "\\b(\\d{2,3})[ -]?(?:(?:years?|yrs?)[ -]?(?:old|of age)\\b|y[./]?o\\b)"
                    + "(?:(?:[ ,-]+(?!(?:who|whose|with|that|was|has|had|is|sustained|suffered|status)\\b)[a-z]+){0,5}?"
                    + "[ ,-]+" + SEX + ")?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SEX_BEFORE_AGE =
            Pattern.compile("\\b" + SEX + "(?:[^\\w.:?!]+\\w+){0,5}[^\\w.:?!]+\\z", Pattern.CASE_INSENSITIVE);
    private static final Pattern INJURY = Pattern.compile(
            "\\b(?:injury|injured|injuries|doi|claim|accident)\\b"
                    + "(?:[ ,:()-]+(?:on|of|dat(?:e|ed|es|ing)|from|in|at|which|that|occur(?:red|ring|s)|happened|reported"
                    + "|is|was|as|took|place|back|to|the|a|an|work|job|while|working|and|industrial|related|doi|this"
                    + "|sustained)\\b){0,9}[ ,:()-]+(" + DATE + "|" + DAY_IN_WORDS + ")",
            Pattern.CASE_INSENSITIVE);

    private static final DateTimeFormatter LONG_YEAR = strict(written("M/d/uuuu"));
    private static final DateTimeFormatter SHORT_YEAR =
            strict(written("M/d/").appendValueReduced(ChronoField.YEAR, 2, 2, 1950));
    private static final DateTimeFormatter IN_WORDS = strict(written("[MMMM][MMM][.] d[,][ ]uuuu"));

    private RegexFacts() {}

    /** Null, or an empty list, for what the letter doesn't say. */
    record Facts(
            @Nullable String caseNumber,
            @Nullable LocalDate dateAssigned,
            @Nullable LocalDate dateOfInjury,
            @Nullable LocalDate decisionDate,
            @Nullable LocalDate urDenialDate,
            @Nullable String priority,
            @Nullable LocalDate applicationReceived,
            List<String> licensureStates,
            List<String> specialties,
            @Nullable Integer age,
            @Nullable Sex sex) {}

    /** Reads what stands before the items, in a text of paragraphs. */
    static Facts read(String text, int items, @Nullable String footerCaseNumber) {
        Matcher header = HEADER.matcher(text).region(0, items);
        boolean printed = header.find()
                || header.usePattern(HEADER_LABELS_FIRST).region(0, items).find();
        Matcher credentials = CREDENTIALS.matcher(text).region(0, items);
        boolean credible = credentials.find();
        Matcher summary = SUMMARY.matcher(text).region(0, items);
        int start = summary.find() ? summary.end() : items;
        int end = Math.min(items, start + FIRST_SENTENCES);
        Matcher age = AGE.matcher(text).region(start, end);
        boolean aged = age.find();
        return new Facts(
                printed ? header.group(1) : footerCaseNumber,
                printed ? date(header.group(2)) : null,
                printed ? date(header.group(3)) : injury(text, start, end),
                printed ? date(header.group(4)) : null,
                printed ? date(header.group(5)) : null,
                printed ? header.group(6) : null,
                printed ? date(header.group(7)) : null,
                credible ? List.of(COMMA.split(credentials.group(1))) : List.of(),
                credible ? List.of(COMMA.split(credentials.group(2))) : List.of(),
                aged ? Integer.valueOf(age.group(1)) : null,
                aged ? sex(text, start, age) : null);
    }

    private static @Nullable Sex sex(String text, int start, Matcher age) {
        if (age.group(2) != null) {
            return sex(age.group(2));
        }
        Matcher before = SEX_BEFORE_AGE.matcher(text).region(start, age.start());
        return before.find() ? sex(before.group(1)) : null;
    }

    private static Sex sex(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "female", "woman", "lady" -> Sex.FEMALE;
            default -> Sex.MALE;
        };
    }

    private static @Nullable LocalDate injury(String text, int start, int end) {
        Matcher injury = INJURY.matcher(text).region(start, end);
        return injury.find() ? date(injury.group(1)) : null;
    }

    private static @Nullable LocalDate date(String printed) {
        boolean inWords = Character.isLetter(printed.charAt(0));
        String day = inWords ? printed : printed.replace(" ", "").replace('-', '/');
        boolean longYear = day.length() - day.lastIndexOf('/') > 4;
        try {
            return LocalDate.parse(day, inWords ? IN_WORDS : longYear ? LONG_YEAR : SHORT_YEAR);
        } catch (DateTimeParseException noSuchDay) {
            return null;
        }
    }

    private static DateTimeFormatterBuilder written(String pattern) {
        return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern);
    }

    private static DateTimeFormatter strict(DateTimeFormatterBuilder day) {
        return day.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }
}
