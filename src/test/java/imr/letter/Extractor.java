package imr.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Prints a letter as text extractors print its pages. What they are given is a text with its columns preserved and a form
 * feed for each page's end; they differ in the order of the case header's cells, in blank lines, in what is left of a
 * page's end and of what stands above and below its text, and in kinds of white space.
 */
public enum Extractor {
    /** Columns preserved, form feeds. */
    COLUMNS,
    /** Columns preserved, and each page headed and numbered in words of its own. */
    COLUMNS_WITH_OFFICE_HEADER,
    /** Lines without blank lines, the case header cell by cell, form feeds. */
    CONTENT_ORDER,
    /** The same with a line on the case above each page. */
    CONTENT_ORDER_WITH_CASE_LINE,
    /** Boxes of text set apart by blank lines; header column by column, each the labels and then the values. */
    BOXES,
    /** Boxes from left to right only: the values of the second column before its labels. */
    BOXES_VALUES_FIRST,
    /** Pages joined by line ends alone, with their numbers. */
    PAGES_JOINED,
    /** Blocks of a page with what stands at its foot before its text. */
    FOOT_FIRST,
    /** Paragraphs of one line each, blank lines between them, no-break spaces, no form feeds. */
    HTML,
    /** A blank line behind every line, a line of one space between paragraphs, CRLF; pages end in blank lines. */
    PARAGRAPHS,
    /** Recognised from a picture: spaces of any number, indents, and pages that end in form feeds. */
    RECOGNISED;

    private static final Pattern CASE_NUMBER = Pattern.compile("CM\\d\\d-\\d{7}");

    /**
     * The letter as this extractor prints it.
     *
     * @param columns the letter with columns preserved; paragraphs are set apart by blank lines
     */
    public String print(String columns, Random random) {
        List<List<String>> pages = pages(columns);
        Matcher printed = CASE_NUMBER.matcher(columns);
        String caseNumber = printed.find() ? printed.group() : null;
        StringBuilder out = new StringBuilder();
        for (int page = 0; page < pages.size(); page++) {
            List<String> lines = pages.get(page);
            int header = page == 0 ? headerEnd(lines) : 0;
            List<String> body = lines.subList(header, lines.size());
            String number = String.valueOf(page + 1);
            out.append(pageStart(caseNumber, number));
            out.append(header(lines.subList(0, header)));
            for (String line : body) {
                out.append(line(line, random));
            }
            out.append(pageEnd(number, pages.size()));
        }
        return this == HTML ? paragraphs(out.toString()) : out.toString();
    }

    private String pageStart(@Nullable String caseNumber, String number) {
        return switch (this) {
            case COLUMNS_WITH_OFFICE_HEADER -> "        Office of Independent Review\n\n";
            case CONTENT_ORDER_WITH_CASE_LINE ->
                (caseNumber == null ? "" : "IMR Case Number: " + caseNumber + ", ") + "Page " + number + "\n";
            case FOOT_FIRST ->
                (caseNumber == null ? "" : "Final Determination Letter for IMR Case Number " + caseNumber + "   ")
                        + number
                        + "\n";
            default -> "";
        };
    }

    private String line(String line, Random random) {
        String words = line.strip();
        return switch (this) {
            case COLUMNS, COLUMNS_WITH_OFFICE_HEADER -> line + "\n";
            case CONTENT_ORDER, CONTENT_ORDER_WITH_CASE_LINE, PAGES_JOINED -> words.isEmpty() ? "" : words + "\n";
            case PARAGRAPHS -> words + " \r\n\r\n";
            case RECOGNISED ->
                " ".repeat(random.nextInt(4)) + words.replace(" ", " ".repeat(1 + random.nextInt(2))) + "\n";
            default -> words + "\n";
        };
    }

    private String pageEnd(String number, int pages) {
        return switch (this) {
            case COLUMNS,
                    CONTENT_ORDER,
                    CONTENT_ORDER_WITH_CASE_LINE,
                    BOXES,
                    BOXES_VALUES_FIRST,
                    FOOT_FIRST,
                    RECOGNISED -> "\f";
            case COLUMNS_WITH_OFFICE_HEADER -> "\nPage " + number + " of " + pages + "\n\f";
            case PAGES_JOINED -> number + "\n";
            case HTML -> "";
            case PARAGRAPHS -> "\r\n\r\n";
        };
    }

    /** Cells of a case header in two columns, or what is there instead. */
    private String header(List<String> lines) {
        List<String> left = new ArrayList<>();
        List<String> leftValues = new ArrayList<>();
        List<String> right = new ArrayList<>();
        List<String> rightValues = new ArrayList<>();
        StringBuilder cells = new StringBuilder();
        for (String line : lines) {
            for (String cell : line.strip().split(" {2,}|(?<=:) ", -1)) {
                int column = line.indexOf(cell);
                boolean label = cell.endsWith(":") || cell.equals("Application");
                (column < 40 ? label ? left : leftValues : label ? right : rightValues).add(cell);
                cells.append(cell).append('\n');
            }
        }
        boolean columns = this == BOXES || this == BOXES_VALUES_FIRST;
        if (!columns) {
            boolean asIs = this == COLUMNS || this == COLUMNS_WITH_OFFICE_HEADER || this == PARAGRAPHS;
            return asIs ? String.join("\n", lines) + "\n" : cells.toString();
        }
        return this == BOXES
                ? box(left) + box(leftValues) + box(right) + box(rightValues)
                : box(left) + box(leftValues) + box(rightValues) + box(right);
    }

    private static String box(List<String> cells) {
        return cells.isEmpty() ? "" : String.join("\n", cells) + "\n\n";
    }

    private static int headerEnd(List<String> lines) {
        int end = 0;
        boolean isHeader = !lines.isEmpty() && lines.get(0).startsWith("Case Number:");
        while (isHeader && end < lines.size() && !lines.get(end).isBlank()) {
            end++;
        }
        return end;
    }

    private static List<List<String>> pages(String columns) {
        List<List<String>> pages = new ArrayList<>();
        for (String page : columns.split("\f", -1)) {
            if (!page.isBlank()) {
                pages.add(page.lines().toList());
            }
        }
        return pages;
    }

    /** Each paragraph on one line, with a no-break space here and there. */
    private static String paragraphs(String text) {
        StringBuilder out = new StringBuilder();
        for (String paragraph : text.split("\n{2,}", -1)) {
            String joined = paragraph.replaceAll("(?<=\\p{Alnum})-\n", "-").replace("\n", " ");
            out.append(joined.replace(": ", ":\u00A0")).append("\n\n");
        }
        return out.toString();
    }
}
