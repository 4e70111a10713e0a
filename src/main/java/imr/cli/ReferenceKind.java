package imr.cli;

import imr.avro.Guideline;
import imr.avro.Treatment;
import imr.guideline.BundledGuidelines;
import imr.guideline.BundledTreatments;
import imr.guideline.GuidelineRules;
import imr.guideline.ReferenceProblem;
import imr.guideline.TreatmentRules;
import imr.names.Topic;
import imr.names.Topics;
import java.util.Collection;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;

/**
 * A kind of record in the reference.
 *
 * @param name in the plural
 * @param type the Avro class
 * @param id the record's key
 * @param bundled those that come with the program
 * @param topic where they are published
 * @param rules what has to hold of all of them together
 * @param completed a record that says nothing of its parts, first, with those of the record that it replaces
 */
record ReferenceKind<T extends SpecificRecord>(
        String name,
        Class<T> type,
        Function<T, String> id,
        Supplier<List<T>> bundled,
        Function<Topics, Topic<String, T>> topic,
        Function<Collection<T>, List<ReferenceProblem>> rules,
        BinaryOperator<T> completed) {

    static final ReferenceKind<Guideline> GUIDELINES = new ReferenceKind<>(
            "guidelines",
            Guideline.class,
            Guideline::getId,
            BundledGuidelines::load,
            Topics::guidelines,
            GuidelineRules::problems,
            ReferenceKind::withSectionsOf);

    static final ReferenceKind<Treatment> TREATMENTS = new ReferenceKind<>(
            "treatments",
            Treatment.class,
            Treatment::getId,
            BundledTreatments::load,
            Topics::treatments,
            TreatmentRules::problems,
            (treatment, former) -> treatment);

    private static Guideline withSectionsOf(Guideline guideline, Guideline former) {
        return new Guideline(
                guideline.getId(),
                guideline.getSource(),
                guideline.getTitle(),
                guideline.getPublication(),
                guideline.getYear(),
                guideline.getEffectiveFrom(),
                guideline.getRegulationSection(),
                guideline.getPageCount(),
                guideline.getAliases(),
                former.getSections(),
                guideline.getProvenance(),
                guideline.getPublisher(),
                guideline.getLink());
    }
}
