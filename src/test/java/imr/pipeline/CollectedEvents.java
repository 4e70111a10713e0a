package imr.pipeline;

import imr.avro.Decision;
import imr.avro.LetterFormat;
import imr.avro.ResolutionMethod;
import imr.avro.ServiceCategory;
import imr.names.StageEvents;
import java.util.ArrayList;
import java.util.List;

/** What stages reported, added up. */
final class CollectedEvents implements StageEvents {

    int read;
    int warnings;
    int repeated;
    int amended;
    int keyMismatches;
    int decided;
    int unresolvedCitations;
    int unresolvedTreatments;
    int references;
    final List<String> deadLettered = new ArrayList<>();

    @Override
    public void letterRead(LetterFormat format, int items) {
        read++;
    }

    @Override
    public void letterWarning(String code) {
        warnings++;
    }

    @Override
    public void letterRepeated() {
        repeated++;
    }

    @Override
    public void letterAmended() {
        amended++;
    }

    @Override
    public void letterKeyMismatch() {
        keyMismatches++;
    }

    @Override
    public void itemDecided(Decision decision) {
        decided++;
    }

    @Override
    public void citationLookedUp(ResolutionMethod method) {
        unresolvedCitations += method == ResolutionMethod.UNRESOLVED ? 1 : 0;
    }

    @Override
    public void citationWarning(String code) {}

    @Override
    public void treatmentUnresolved(ServiceCategory category) {
        unresolvedTreatments++;
    }

    @Override
    public void referenceInUse(int guidelines, int treatments, int problems) {
        references++;
    }

    @Override
    public void deadLettered(String stage, String code) {
        deadLettered.add(stage + ":" + code);
    }
}
