package imr.dev.letters;

import imr.avro.Decision;
import imr.avro.LetterFormat;
import imr.avro.ServiceCategory;
import imr.dev.letters.GuidelineLine.Side;
import imr.dev.letters.Prose.Depth;
import java.util.ArrayList;
import java.util.List;

/** Draws disputed items: what is asked for, how it is labelled, what was decided and why. */
final class ItemWriter {

    private static final int[] QUANTITIES = {30, 40, 60, 90, 120, 180};

    /** More items than this on a letter: each rationale is brief, and requests may come twice. */
    private static final int MANY = 7;

    private final Prose prose;
    private final GuidelineLines lines = new GuidelineLines();
    private final List<Request> requests;
    private final int[] requestTotals;
    private final List<Request> adjuncts;

    ItemWriter(Prose prose) {
        this.prose = prose;
        List<Request> all = Request.load();
        this.requests = all.stream().filter(request -> request.weight() > 0).toList();
        this.requestTotals = Table.totals(requests, Request::weight);
        this.adjuncts = all.stream().filter(Request::isAdjunct).toList();
    }

    /** Items of a letter; behind an operation come the services around it. */
    List<CaseItem> items(int count, LetterFormat format, Region region, Blanks blanks, Dice dice) {
        List<CaseItem> items = new ArrayList<>(count);
        boolean afterOperation = false;
        Depth depth = count > MANY ? Depth.BRIEF : Depth.FULL;
        while (items.size() < count) {
            Request request = afterOperation && dice.percent(80)
                    ? dice.pick(adjuncts)
                    : requests.get(dice.weighted(requestTotals));
            if (isNew(request, items) || items.size() > MANY) {
                items.add(item(request, decide(request, dice), depth, format, region, blanks, dice));
                afterOperation |= request.isOperation();
            }
        }
        return items;
    }

    private static boolean isNew(Request request, List<CaseItem> items) {
        for (CaseItem item : items) {
            if (item.request().equals(request)) {
                return false;
            }
        }
        return true;
    }

    private CaseItem item(
            Request request,
            Decision decision,
            Depth depth,
            LetterFormat format,
            Region region,
            Blanks blanks,
            Dice dice) {
        Label label = label(request, format, blanks, dice);
        blanks.item(label.requestInDispute());
        GuidelineLine administrator = lines.write(Side.CLAIMS_ADMINISTRATOR, format, request.topic(), region, dice);
        GuidelineLine reviewer = lines.write(Side.REVIEWER, format, request.topic(), region, dice);
        return new CaseItem(
                request,
                label.text(),
                label.requestInDispute(),
                decision,
                administrator,
                reviewer,
                rationale(request, decision, depth, blanks, dice));
    }

    /** The same item with the other decision. */
    CaseItem flipped(CaseItem item, Blanks blanks, Dice dice) {
        blanks.item(item.requestInDispute());
        Decision other = item.decision() == Decision.UPHELD ? Decision.OVERTURNED : Decision.UPHELD;
        return item.decided(other, rationale(item.request(), other, Depth.FULL, blanks, dice));
    }

    private Prose.Rationale rationale(Request request, Decision decision, Depth depth, Blanks blanks, Dice dice) {
        boolean dependent = request.isAdjunct() && dice.percent(80);
        return prose.rationale(request, decision, dependent ? Depth.DEPENDENT : depth, blanks, dice);
    }

    private static Decision decide(Request request, Dice dice) {
        return dice.perMille(overturnedPerMille(request.serviceCategory())) ? Decision.OVERTURNED : Decision.UPHELD;
    }

    /** Shares of overturned items about as published for the years to 2024. */
    private static int overturnedPerMille(ServiceCategory category) {
        return switch (category) {
            case PHARMACEUTICALS, DMEPOS -> 80;
            case EVALUATION_MANAGEMENT -> 231;
            case PSYCH_SERVICES -> 170;
            case DIAGNOSTIC_TESTING, SURGERY -> 120;
            default -> 100;
        };
    }

    private record Label(String text, String requestInDispute) {}

    private static Label label(Request request, LetterFormat format, Blanks blanks, Dice dice) {
        int quantity = QUANTITIES[dice.below(QUANTITIES.length)];
        int number = dice.between(2, 24);
        String whole = print(request, quantity, number, blanks);
        boolean modern = format == LetterFormat.V3A || format == LetterFormat.V3B || format == LetterFormat.V4;
        if (modern && request.divisible() && dice.percent(14)) {
            int allowedQuantity = Math.max(1, quantity * dice.between(1, 3) / 4);
            int allowedNumber = Math.max(1, number * dice.between(1, 3) / 4);
            String allowed = print(request, allowedQuantity, allowedNumber, blanks);
            if (dice.percent(25)) {
                return new Label(
                        whole + " was the original request. The Claims Administrator authorized " + allowed
                                + ", leaving the original request IMR eligible. The original request, " + whole + " is",
                        whole);
            }
            String rest = print(request, quantity - allowedQuantity, number - allowedNumber, blanks);
            return new Label(
                    whole + " was the original request. " + allowed
                            + " was authorized by the Claims Administrator. The remaining IMR eligible portion of the"
                            + " original request, " + rest + (dice.percent(70) ? " is" : ""),
                    rest);
        }
        String text = retrospective(whole, blanks, dice);
        return new Label(text, text);
    }

    private static String retrospective(String whole, Blanks blanks, Dice dice) {
        int drawn = dice.below(100);
        if (drawn > 4) {
            return whole;
        }
        StringBuilder out = new StringBuilder(80);
        if (drawn < 2) {
            out.append("Retrospective request: ");
        } else if (drawn < 4) {
            out.append("Retrospective ");
        }
        out.append(whole);
        out.append(drawn % 2 == 0 ? " (DOS: " : " (DOS ");
        blanks.accept(Slot.D, out);
        return out.append(')').toString();
    }

    private static String print(Request request, int quantity, int number, Blanks blanks) {
        StringBuilder out = new StringBuilder(64);
        blanks.amounts(quantity, number);
        request.label().appendTo(out, blanks);
        return out.toString();
    }
}
