package imr.dev.letters;

import imr.avro.Sex;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** What belongs into the blanks of one case's sentences. */
final class Blanks implements BiConsumer<Slot, StringBuilder> {

    private final Phrasebook phrases;
    private final Dice dice;
    private final Region region;
    private final CaseFile.Worker worker;
    private final CaseFile.Dates dates;
    private final PrintedDate printedDate;
    private final String part;
    private final int firstDiagnosis;
    private final int firstDrug;
    private String item = "";
    private String items = "";
    private int quantity;
    private int number;

    Blanks(Phrasebook phrases, Dice dice, Region region, CaseFile.Worker worker, CaseFile.Dates dates) {
        this.phrases = phrases;
        this.dice = dice;
        this.region = region;
        this.worker = worker;
        this.dates = dates;
        this.printedDate = PrintedDate.any(dice);
        this.part = dice.pick(region.parts());
        this.firstDiagnosis = dice.below(region.diagnoses().size());
        this.firstDrug = dice.below(phrases.any("drug").size());
    }

    void item(String requestInDispute) {
        item = requestInDispute;
    }

    void items(String requests) {
        items = requests;
    }

    void amounts(int quantityOfDrug, int numberOfVisits) {
        quantity = quantityOfDrug;
        number = numberOfVisits;
    }

    @Override
    public void accept(Slot slot, StringBuilder out) {
        switch (slot) {
            case ITEM -> out.append(item);
            case ITEMS -> out.append(items);
            case AGE -> out.append(worker.age());
            case SEX -> out.append(worker.sex() == null ? "worker" : lower(worker.sex()));
            case JOB -> phrase("job", dice.next(), out);
            case HOW -> phrase("how", dice.next(), out);
            case DOI -> printedDate.append(out, dates.injury());
            case DX1 -> out.append(diagnosis(0));
            case DX2 -> out.append(diagnosis(1));
            case DATE -> printedDate.append(out, dates.urDenial().minusDays(dice.between(3, 40)));
            case URDATE -> printedDate.append(out, dates.urDenial());
            case PAIN -> out.append(dice.between(3, 9)).append("/10");
            case R -> out.append(part);
            case DRUG1 -> phrase("drug", firstDrug, out);
            case DRUG2 -> phrase("drug", firstDrug + 1L, out);
            case Q -> out.append(quantity);
            case N -> out.append(number);
            case D -> PrintedDate.FULL.append(out, dates.urDenial().minusDays(21));
        }
    }

    private void phrase(String use, long number, StringBuilder out) {
        List<Phrase> choices = phrases.any(use);
        choices.get((int) Long.remainderUnsigned(number, choices.size())).appendTo(out, this);
    }

    private String diagnosis(int offset) {
        return region.diagnoses()
                .get((firstDiagnosis + offset) % region.diagnoses().size());
    }

    private static String lower(Sex sex) {
        return sex.name().toLowerCase(Locale.ROOT);
    }
}
