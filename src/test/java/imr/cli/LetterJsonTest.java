package imr.cli;

import static org.assertj.core.api.Assertions.assertThat;

import imr.avro.BodySide;
import imr.avro.Citation;
import imr.avro.CitationSource;
import imr.avro.CitationSpans;
import imr.avro.CitedBody;
import imr.avro.Classification;
import imr.avro.Decision;
import imr.avro.DetailSpans;
import imr.avro.Determination;
import imr.avro.DisputedItem;
import imr.avro.DrugClass;
import imr.avro.Fingerprint;
import imr.avro.ItemSpans;
import imr.avro.Letter;
import imr.avro.LetterFormat;
import imr.avro.LetterSpans;
import imr.avro.LetterWarning;
import imr.avro.PageRange;
import imr.avro.RequestDetails;
import imr.avro.ServiceCategory;
import imr.avro.Sex;
import imr.avro.Span;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LetterJsonTest {

    private static final Span SPAN = new Span(0, 1);

    private static final LetterSpans LETTER_SPANS = new LetterSpans(
            span(1),
            span(2),
            span(3),
            span(4),
            span(5),
            span(6),
            span(7),
            List.of(span(8), span(9)),
            List.of(span(10)),
            span(11),
            span(12));

    private static final ItemSpans ITEM_SPANS = new ItemSpans(
            span(21),
            span(22),
            span(23),
            null,
            span(25),
            span(26),
            new DetailSpans(
                    span(31),
                    span(32),
                    span(33),
                    span(34),
                    span(35),
                    span(36),
                    span(37),
                    span(38),
                    span(39),
                    span(40),
                    span(41),
                    span(42),
                    List.of(span(43)),
                    span(44)));

    @Test
    void writesEveryFactOfALetterUnderItsKeyInAFixedOrder() {
        Letter letter = new Letter(
                LetterFormat.V3B,
                "CM17-0000001",
                LocalDate.of(2017, 1, 2),
                LocalDate.of(2015, 3, 4),
                LocalDate.of(2017, 2, 3),
                LocalDate.of(2016, 12, 30),
                "Standard",
                LocalDate.of(2017, 1, 1),
                List.of("California", "Nevada"),
                List.of("Pain Management"),
                47,
                Sex.FEMALE,
                "Acme Mutual",
                LETTER_SPANS);
        Citation citation = new Citation(
                CitationSource.MTUS,
                "Chronic Pain Medical Treatment",
                2016,
                List.of("Opioids, criteria for use"),
                List.of(new PageRange(78, 80)),
                "MTUS Chronic Pain Medical Treatment 2016, Section(s): Opioids, criteria for use.",
                SPAN,
                null,
                CitedBody.ODG,
                new CitationSpans(span(60), null, List.of(span(61)), List.of(span(62))));
        Determination determination = determination(
                item(
                        letter,
                        List.of(citation),
                        new Classification(
                                "tramadol",
                                DrugClass.OPIOIDS,
                                ServiceCategory.PHARMACEUTICALS,
                                "OPIOIDS",
                                "tramadol er",
                                "tramadol",
                                List.of()),
                        new RequestDetails(
                                true,
                                LocalDate.of(2016, 11, 12),
                                LocalDate.of(2016, 11, 13),
                                "50",
                                "mg",
                                60,
                                "2 times a week for 3 weeks",
                                2,
                                3,
                                "3 weeks",
                                30,
                                6,
                                "knee",
                                List.of("knee"),
                                BodySide.LEFT),
                        ITEM_SPANS),
                List.of(new LetterWarning("RATIONALE_MISSING", 12, 1)));

        String line = LetterJson.parsed("letters/a.txt", determination);

        assertThat(line).isEqualTo("""
                        {"source":"letters/a.txt","letterId":"CM17-0000001","format":"V3B","caseNumber":"CM17-0000001",\
                        "dateAssigned":"2017-01-02","dateOfInjury":"2015-03-04","decisionDate":"2017-02-03",\
                        "urDenialDate":"2016-12-30","priority":"Standard","applicationReceived":"2017-01-01",\
                        "licensureStates":["California","Nevada"],"specialties":["Pain Management"],"age":47,"sex":"FEMALE",\
                        "items":[{"position":1,"treatment":"Tramadol 50mg #60","requestInDispute":"Tramadol 50mg #60",\
                        "decision":"OVERTURNED","claimsAdministratorGuideline":null,"reviewerGuideline":"Decision based on MTUS.",\
                        "rationale":"Function \\"improved\\".","claimsAdministratorCitations":[],\
                        "reviewerCitations":[{"source":"MTUS","chapter":"Chronic Pain Medical Treatment","edition":2016,\
                        "sections":["Opioids, criteria for use"],"pages":[{"first":78,"last":80}],\
                        "text":"MTUS Chronic Pain Medical Treatment 2016, Section(s): Opioids, criteria for use.","body":"ODG","span":{"start":0,"end":1},\
                        "spans":{"chapter":{"start":60,"end":61},"edition":null,"sections":[{"start":61,"end":62}],"pages":[{"start":62,"end":63}]}}],\
                        "treatmentName":"tramadol","drugClass":"OPIOIDS","serviceCategory":"PHARMACEUTICALS",\
                        "subcategory":"OPIOIDS","variant":"tramadol er","generic":"tramadol","treatmentWarnings":[],\
                        "referenceVersion":"0123456789ab",\
                        "details":{"retrospective":true,"dateOfService":"2016-11-12","lastDateOfService":"2016-11-13",\
                        "strength":"50","strengthUnit":"mg","quantity":60,"frequency":"2 times a week for 3 weeks",\
                        "visitsPerWeek":2,"weeks":3,"duration":"3 weeks","daysSupply":30,"visits":6,"bodyPart":"knee",\
                        "bodyParts":["knee"],"side":"LEFT"},"span":{"start":0,"end":1},\
                        "spans":{"treatment":{"start":21,"end":22},"requestInDispute":{"start":22,"end":23},\
                        "decision":{"start":23,"end":24},"claimsAdministratorGuideline":null,\
                        "reviewerGuideline":{"start":25,"end":26},"rationale":{"start":26,"end":27},\
                        "details":{"retrospective":{"start":31,"end":32},"dateOfService":{"start":32,"end":33},\
                        "lastDateOfService":{"start":33,"end":34},"strength":{"start":34,"end":35},\
                        "strengthUnit":{"start":35,"end":36},"quantity":{"start":36,"end":37},\
                        "frequency":{"start":37,"end":38},"visitsPerWeek":{"start":38,"end":39},\
                        "weeks":{"start":39,"end":40},"duration":{"start":40,"end":41},\
                        "daysSupply":{"start":41,"end":42},"visits":{"start":42,"end":43},\
                        "bodyParts":[{"start":43,"end":44}],"side":{"start":44,"end":45}}}}],\
                        "warnings":[{"code":"RATIONALE_MISSING","line":12,"column":1}],\
                        "spans":{"caseNumber":{"start":1,"end":2},"dateAssigned":{"start":2,"end":3},\
                        "dateOfInjury":{"start":3,"end":4},"decisionDate":{"start":4,"end":5},\
                        "urDenialDate":{"start":5,"end":6},"priority":{"start":6,"end":7},\
                        "applicationReceived":{"start":7,"end":8},"licensureStates":[{"start":8,"end":9},\
                        {"start":9,"end":10}],"specialties":[{"start":10,"end":11}],"age":{"start":11,"end":12},\
                        "sex":{"start":12,"end":13}}}""");
    }

    @Test
    void writesNullForWhatALetterDoesNotSay() {
        Letter letter = new Letter(
                LetterFormat.V3A,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                Sex.UNKNOWN,
                null,
                null);

        String line = LetterJson.parsed("a.txt", determination(item(letter, List.of(), null, null, null), List.of()));

        assertThat(line)
                .contains("\"caseNumber\":null,\"dateAssigned\":null,\"dateOfInjury\":null,\"decisionDate\":null,"
                        + "\"urDenialDate\":null,\"priority\":null,\"applicationReceived\":null,\"licensureStates\":[],"
                        + "\"specialties\":[],\"age\":null,\"sex\":null,")
                .contains(
                        "\"treatmentName\":null,\"drugClass\":null,\"serviceCategory\":null,\"subcategory\":null,\"variant\":null,\"generic\":null,\"treatmentWarnings\":[],\"referenceVersion\":\"0123456789ab\",\"details\":null,\"span\":{\"start\":0,\"end\":1},\"spans\":null}]")
                .endsWith("\"warnings\":[],\"spans\":null}");
    }

    @Test
    void writesCodeAndPlaceOfALetterThatCannotBeRead() {
        assertThat(LetterJson.rejected("odd.txt", "NO_ITEMS", 7, 3))
                .isEqualTo("{\"source\":\"odd.txt\",\"rejected\":{\"code\":\"NO_ITEMS\",\"line\":7,\"column\":3}}");
    }

    private static Span span(int start) {
        return new Span(start, start + 1);
    }

    private static Determination determination(DisputedItem item, List<LetterWarning> warnings) {
        return new Determination("CM17-0000001", new Fingerprint(new byte[16]), List.of(item), warnings);
    }

    private static DisputedItem item(
            Letter letter,
            List<Citation> citations,
            @Nullable Classification classification,
            @Nullable RequestDetails details,
            @Nullable ItemSpans spans) {
        return new DisputedItem(
                "CM17-0000001",
                1,
                letter,
                "Tramadol 50mg #60",
                "Tramadol 50mg #60",
                Decision.OVERTURNED,
                null,
                "Decision based on MTUS.",
                List.of(),
                citations,
                "Function \"improved\".",
                SPAN,
                classification,
                details,
                spans,
                "0123456789ab");
    }
}
