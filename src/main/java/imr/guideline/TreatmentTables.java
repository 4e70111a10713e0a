package imr.guideline;

import imr.avro.DrugClass;
import imr.avro.ServiceCategory;
import imr.reference.ReferenceTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bundled vocabulary, read into the forms in which requests are compared with it. */
final class TreatmentTables {
    final RequestWords cutter;
    final PhraseTrie<Term> terms = new PhraseTrie<>(RequestWords::isAmount);
    final Set<String> singleWords = new HashSet<>();
    final Set<String> knownWords = new HashSet<>();
    final PhraseTrie<String> passOver = new PhraseTrie<>();
    final PhraseTrie<String> surgeryLabels = new PhraseTrie<>();
    final PhraseTrie<Term> hints = new PhraseTrie<>();
    final Map<String, Term> endings = new HashMap<>();
    final Set<String> surgeonWords = new HashSet<>();
    final Set<String> topicalForms = new HashSet<>();
    final Set<String> injectionForms = new HashSet<>();

    /** Reads the tables; a malformed row is an {@link IllegalStateException} that names it. */
    TreatmentTables() {
        List<ReferenceTable.Row> words =
                ReferenceTable.load("treatment-words.tsv").rows();
        Set<String> noise = new HashSet<>();
        for (ReferenceTable.Row row : words) {
            if (row.get("role").equals("noise")) {
                noise.add(row.get("word"));
            }
        }
        cutter = new RequestWords(noise);
        words.forEach(this::addWord);
        ReferenceTable.load("treatments.tsv").rows().forEach(this::addTreatment);
    }

    private void addTreatment(ReferenceTable.Row row) {
        String name = row.get("name");
        row.get("provenance");
        Term.Kind kind = Term.Kind.valueOf(row.get("kind").toUpperCase(Locale.ROOT));
        Term term = term(row, name, kind);
        if (term.isDrug() != (kind == Term.Kind.DRUG || kind == Term.Kind.PRODUCT)) {
            throw row.error("kind and drug class don't agree");
        }
        List<String> spellings = new ArrayList<>(row.list("aliases"));
        spellings.add(name);
        for (String spelling : spellings) {
            List<String> words = cutter.of(spelling);
            Term other = terms.add(words, term);
            if (other != null && !other.equals(term)) {
                throw row.error("claimed twice: " + spelling);
            }
            knownWords.addAll(words);
            if (words.size() == 1) {
                singleWords.add(words.get(0));
            }
        }
    }

    private void addWord(ReferenceTable.Row row) {
        String word = row.get("word");
        row.get("provenance");
        List<String> words = cutter.of(word);
        knownWords.addAll(words);
        switch (row.get("role")) {
            case "noise" -> {}
            case "pass-over" -> passOver.add(words, word);
            case "surgery-label" -> surgeryLabels.add(words, word);
            case "surgeon-word" -> surgeonWords.add(word);
            case "topical-form" -> topicalForms.add(word);
            case "injection-form" -> injectionForms.add(word);
            case "hint" -> hints.add(words, term(row, null, Term.Kind.HINT));
            case "ending" -> endings.put(word, term(row, null, Term.Kind.HINT));
            default -> throw row.error("unknown role");
        }
    }

    private static Term term(ReferenceTable.Row row, @Nullable String name, Term.Kind kind) {
        String drugClass = row.optional("drugClass");
        try {
            return new Term(
                    name,
                    kind,
                    drugClass == null ? null : DrugClass.valueOf(drugClass),
                    ServiceCategory.valueOf(row.get("serviceCategory")));
        } catch (IllegalArgumentException e) {
            throw row.error("not in a closed list: " + drugClass + ", " + row.get("serviceCategory"));
        }
    }
}
