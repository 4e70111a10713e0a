package imr.dev.letters;

import imr.avro.DrugClass;
import imr.avro.ServiceCategory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of treatment that letters dispute.
 *
 * @param weight how often, against the others
 * @param serviceCategory what it counts as
 * @param drugClass class of a drug, null for what is not one
 * @param treatmentName name it is counted under
 * @param topic what guidelines and rationales about it speak of
 * @param label how it is asked for
 */
record Request(
        int weight,
        ServiceCategory serviceCategory,
        @Nullable DrugClass drugClass,
        @Nullable String treatmentName,
        String topic,
        Phrase label) {

    static List<Request> load() {
        return Table.rows("/generator/requests.tsv").stream().map(Request::of).toList();
    }

    private static Request of(Table.Row row) {
        String drugClass = row.optional("drugClass");
        return new Request(
                row.number("weight"),
                ServiceCategory.valueOf(row.text("serviceCategory")),
                drugClass == null ? null : DrugClass.valueOf(drugClass),
                row.optional("treatmentName"),
                row.text("topic"),
                Phrase.of(row.text("label")));
    }

    /** Whether a part of it can have been authorised: it asks for a number of something. */
    boolean divisible() {
        return label.has(Slot.Q) || label.has(Slot.N);
    }

    boolean isOperation() {
        return topic.equals("surgery");
    }

    boolean isAdjunct() {
        return topic.equals("adjunct");
    }
}
