package imr.guideline;

import imr.avro.DrugClass;
import imr.avro.ServiceCategory;
import imr.avro.Treatment;
import imr.avro.TreatmentKind;
import imr.reference.ReferenceTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The treatment vocabulary that comes with the program, to be published to the reference topic. */
public final class BundledTreatments {
    private BundledTreatments() {}

    /**
     * Reads the bundled vocabulary.
     *
     * @return the treatments, in the table's order
     * @throws IllegalStateException if the table is malformed, naming its line
     */
    public static List<Treatment> load() {
        Set<String> ids = new HashSet<>();
        List<Treatment> treatments = new ArrayList<>();
        for (ReferenceTable.Row row : ReferenceTable.load("treatments.tsv").rows()) {
            Treatment treatment = treatment(row);
            if (!ids.add(treatment.getId())) {
                throw row.error("a second " + treatment.getId());
            }
            treatments.add(treatment);
        }
        return treatments;
    }

    /** Makes the id of a treatment from its name: its letters and digits in upper case, {@code _} for all else between. */
    public static String idOf(String name) {
        StringBuilder id = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                id.append(c);
            } else if (!id.isEmpty() && id.charAt(id.length() - 1) != '_') {
                id.append('_');
            }
        }
        if (!id.isEmpty() && id.charAt(id.length() - 1) == '_') {
            id.setLength(id.length() - 1);
        }
        return id.toString().toUpperCase(Locale.ROOT);
    }

    private static Treatment treatment(ReferenceTable.Row row) {
        String name = row.get("name");
        TreatmentKind kind =
                oneOf(TreatmentKind.class, row, "kind", row.get("kind").toUpperCase(Locale.ROOT));
        String drugClass = row.optional("drugClass");
        boolean medicine = kind == TreatmentKind.DRUG || kind == TreatmentKind.PRODUCT;
        if ((drugClass != null) != medicine) {
            throw row.error("kind and drug class don't agree");
        }
        return new Treatment(
                idOf(name),
                name,
                row.optional("countedAs"),
                kind,
                row.optional("generic"),
                drugClass == null ? null : oneOf(DrugClass.class, row, "drugClass", drugClass),
                oneOf(ServiceCategory.class, row, "serviceCategory", row.get("serviceCategory")),
                medicine ? null : Subcategories.of(row),
                row.list("aliases"),
                row.list("patterns"),
                row.get("provenance"),
                row.get("example"));
    }

    private static <E extends Enum<E>> E oneOf(Class<E> list, ReferenceTable.Row row, String column, String symbol) {
        try {
            return Enum.valueOf(list, symbol);
        } catch (IllegalArgumentException e) {
            throw row.error("not a " + column + ": " + symbol);
        }
    }
}
