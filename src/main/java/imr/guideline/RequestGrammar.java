package imr.guideline;

import imr.avro.DrugClass;
import imr.avro.ServiceCategory;
import imr.reference.ReferenceTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words that say how a request is to be read and name no treatment. They belong to the rules and come with the program,
 * where the treatments themselves can be changed as it runs.
 */
final class RequestGrammar {
    final RequestWords cutter;
    final Set<String> words = new HashSet<>();
    /** What may stand between the words of a spelling. */
    final Set<String> between = new HashSet<>();

    final PhraseTrie<String> passOver = new PhraseTrie<>();
    final PhraseTrie<String> surgeryLabels = new PhraseTrie<>();
    final PhraseTrie<Term> hints = new PhraseTrie<>();
    final Map<String, Term> endings = new HashMap<>();
    final int longestEnding;
    final Set<String> surgeonWords = new HashSet<>();
    final Set<String> topicalForms = new HashSet<>();
    final Set<String> injectionForms = new HashSet<>();
    /** What stands behind a drug that is looked for in blood or urine. */
    final Set<String> testForms = new HashSet<>();

    private static final class Bundled {
        static final RequestGrammar GRAMMAR =
                new RequestGrammar(ReferenceTable.load("treatment-words.tsv").rows());
    }

    /** Returns the bundled words, read once; a malformed row is an {@link IllegalStateException} that names it. */
    static RequestGrammar bundled() {
        return Bundled.GRAMMAR;
    }

    private RequestGrammar(List<ReferenceTable.Row> rows) {
        Set<String> noise = new HashSet<>();
        for (ReferenceTable.Row row : rows) {
            if (row.get("role").equals("noise")) {
                noise.add(row.get("word"));
            }
        }
        cutter = new RequestWords(noise);
        rows.forEach(this::add);
        longestEnding = endings.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    private void add(ReferenceTable.Row row) {
        String word = row.get("word");
        row.get("provenance");
        List<String> phrase = cutter.of(word);
        words.addAll(phrase);
        switch (row.get("role")) {
            case "noise" -> {}
            case "pass-over" -> passOver.add(phrase, word);
            case "between" -> between.addAll(phrase);
            case "surgery-label" -> surgeryLabels.add(phrase, word);
            case "surgeon-word" -> surgeonWords.add(word);
            case "topical-form" -> topicalForms.add(word);
            case "injection-form" -> injectionForms.add(word);
            case "test-form" -> testForms.add(word);
            case "hint" -> hints.add(phrase, hint(row));
            case "ending" -> endings.put(word, hint(row));
            default -> throw row.error("unknown role");
        }
    }

    private static Term hint(ReferenceTable.Row row) {
        String className = row.optional("drugClass");
        try {
            DrugClass drugClass = className == null ? null : DrugClass.valueOf(className);
            return Term.unnamed(
                    Term.Kind.HINT,
                    drugClass,
                    ServiceCategory.valueOf(row.get("serviceCategory")),
                    drugClass == null ? Subcategories.of(row) : drugClass.name());
        } catch (IllegalArgumentException e) {
            throw row.error("not in a closed list: " + className + ", " + row.get("serviceCategory"));
        }
    }
}
