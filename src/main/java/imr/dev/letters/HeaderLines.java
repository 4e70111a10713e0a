package imr.dev.letters;

import java.time.LocalDate;

/** Prints the case header in its styles. */
final class HeaderLines {

    private static final int VALUE_COLUMN = 22;
    private static final int SECOND_LABEL_COLUMN = 54;
    private static final int SECOND_VALUE_COLUMN = 75;

    private HeaderLines() {}

    static String print(CaseFile file) {
        StringBuilder out = new StringBuilder(400);
        CaseFile.Dates dates = file.dates();
        switch (file.headerStyle()) {
            case TWO_COLUMNS, TWO_COLUMNS_LATE -> twoColumns(file, out);
            case LABELS_FIRST -> labelsFirst(file, out);
            case ONE_COLUMN -> {
                field(out, "Case Number:", file.caseNumber());
                field(out, "Date Assigned:", date(dates.assigned()));
                field(out, "Date of Injury:", date(dates.injury()));
                field(out, "Decision Date:", date(dates.decision()));
                field(out, "UR Denial Date:", date(dates.urDenial()));
                field(out, "Priority:", file.priority());
                field(out, "Application Received:", date(dates.received()));
            }
        }
        out.setLength(out.length() - 1);
        return out.toString();
    }

    private static void twoColumns(CaseFile file, StringBuilder out) {
        CaseFile.Dates dates = file.dates();
        field(out, "Case Number:", file.caseNumber());
        pair(out, "Date Assigned:", date(dates.assigned()), "Date of Injury:", date(dates.injury()));
        pair(out, "Decision Date:", date(dates.decision()), "UR Denial Date:", date(dates.urDenial()));
        boolean early = file.headerStyle() == HeaderStyle.TWO_COLUMNS;
        pair(out, "Priority:", file.priority(), "Application", early ? date(dates.received()) : "");
        int line = out.length();
        pad(out, line + SECOND_LABEL_COLUMN).append("Received:");
        if (!early) {
            pad(out, line + SECOND_VALUE_COLUMN).append(date(dates.received()));
        }
        out.append('\n');
    }

    private static void labelsFirst(CaseFile file, StringBuilder out) {
        CaseFile.Dates dates = file.dates();
        out.append("Case Number:\nDate Assigned:\nDate of Injury:\nDecision Date:\nUR Denial Date:\nPriority:\n")
                .append("Application\nReceived:\n")
                .append(file.caseNumber())
                .append('\n');
        for (LocalDate day : new LocalDate[] {dates.assigned(), dates.injury(), dates.decision(), dates.urDenial()}) {
            PrintedDate.FULL.append(out, day).append('\n');
        }
        out.append(file.priority()).append('\n');
        PrintedDate.FULL.append(out, dates.received()).append('\n');
    }

    private static void pair(StringBuilder out, String label, String value, String secondLabel, String secondValue) {
        int line = out.length();
        pad(out.append(label), line + VALUE_COLUMN).append(value);
        pad(out, line + SECOND_LABEL_COLUMN).append(secondLabel);
        if (!secondValue.isEmpty()) {
            pad(out, line + SECOND_VALUE_COLUMN).append(secondValue);
        }
        out.append('\n');
    }

    private static void field(StringBuilder out, String label, String value) {
        int line = out.length();
        pad(out.append(label), line + VALUE_COLUMN).append(value).append('\n');
    }

    private static StringBuilder pad(StringBuilder out, int length) {
        while (out.length() < length) {
            out.append(' ');
        }
        return out;
    }

    private static String date(LocalDate day) {
        return PrintedDate.FULL.print(day);
    }
}
