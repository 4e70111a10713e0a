package imr.names;

import imr.avro.Decision;
import imr.avro.LetterFormat;
import imr.avro.ResolutionMethod;
import imr.avro.ServiceCategory;

/**
 * What stages report as they work, for counting. Calls come from stream threads, once for each time a record is
 * processed: a record processed again after a crash is reported again, so that these are operating figures and not the
 * exactly-once outcomes.
 */
public interface StageEvents {

    /** A letter was read and holds so many items. */
    void letterRead(LetterFormat format, int items);

    /** A letter was read with something odd in it. */
    void letterWarning(String code);

    /** A letter came again unchanged. */
    void letterRepeated();

    /** A letter came again changed and supersedes the former one. */
    void letterAmended();

    /** A letter's printed case number differs from its record key, so that letters of the case may miss one another. */
    void letterKeyMismatch();

    /** A decision was counted, from a first or an amended letter. */
    void itemDecided(Decision decision);

    /** A citation that names something to be found was looked up in the guideline reference. */
    void citationLookedUp(ResolutionMethod method);

    /** A citation was found, but something in it does not fit; the code is one of a closed list. */
    void citationWarning(String code);

    /** The vocabulary has no name for a treatment; its category is what else the request tells, or OTHER. */
    void treatmentUnresolved(ServiceCategory category);

    /**
     * A reference is in use from now on.
     *
     * @param guidelines how many it has
     * @param treatments how many it has
     * @param problems how much in the treatments does not fit together
     */
    void referenceInUse(int guidelines, int treatments, int problems);

    /** A record goes to the dead-letter topic. */
    void deadLettered(String stage, String code);
}
