package imr.dev.letters;

import imr.avro.LetterFormat;
import imr.avro.Sex;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a letter says, as its reader should see it. What the letter does not print is null.
 *
 * @param letterId printed case number, else the record key
 * @param format layout generation
 * @param caseNumber case number as printed
 * @param dateAssigned day the case was assigned
 * @param dateOfInjury day of injury
 * @param decisionDate day of the determination, where the letter prints it
 * @param urDenialDate day of the denial in utilization review
 * @param priority priority as printed
 * @param applicationReceived day the application arrived
 * @param licensureStates the reviewer's states as printed
 * @param specialties the reviewer's specialties as printed
 * @param age age of the injured worker in years
 * @param sex sex of the injured worker, where stated
 * @param items the disputed items by position
 */
public record LetterTruth(
        String letterId,
        LetterFormat format,
        @Nullable String caseNumber,
        @Nullable LocalDate dateAssigned,
        @Nullable LocalDate dateOfInjury,
        @Nullable LocalDate decisionDate,
        @Nullable LocalDate urDenialDate,
        @Nullable String priority,
        @Nullable LocalDate applicationReceived,
        List<String> licensureStates,
        List<String> specialties,
        @Nullable Integer age,
        @Nullable Sex sex,
        List<ItemTruth> items) {}
