package imr.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountingTermsTest {

    private static CountingTerms terms(Map<String, String> flags) {
        return CountingTerms.of(TestSettings.with(flags), "imr.letters", 6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "imr.zone | UTC | imr.zone is UTC, but the state was counted with America/Los_Angeles",
                "imr.event-time | decision-date | imr.event-time is decision-date, but the state was counted with record",
                "imr.retention-days | 400 | imr.retention-days is 400, but the state was counted with 5475",
                "imr.topic-prefix | other. | imr.topic-prefix is other., but the state was counted with imr.",
                "imr.claims-administrators | B,A | imr.claims-administrators is A,B, but the state was counted with empty",
            })
    void aSettingThatChangesWhatCountsMeanIsNamedWithBothValues(String setting, String value, String told) {
        CountingTerms former = terms(Map.of());

        assertThat(terms(Map.of(setting, value)).differencesFrom(former.values()))
                .containsExactly(told);
        assertThat(terms(Map.of(setting, value))
                        .differencesFrom(terms(Map.of(setting, value)).values()))
                .isEmpty();
    }

    @Test
    void aDimensionMoreOrLessIsADifferenceAndTheirOrderIsNot() {
        CountingTerms former = terms(Map.of("imr.dimensions", "ALL,DRUG_CLASS"));

        assertThat(terms(Map.of("imr.dimensions", "drug-class,all")).differencesFrom(former.values()))
                .isEmpty();
        assertThat(terms(Map.of("imr.dimensions", "ALL")).differencesFrom(former.values()))
                .containsExactly("imr.dimensions is ALL, but the state was counted with ALL,DRUG_CLASS");
    }

    @Test
    void theNumberOfPartitionsIsATermSinceALedgerIsOfOnePartition() {
        CountingTerms former = terms(Map.of());

        assertThat(CountingTerms.of(TestSettings.with(Map.of()), "imr.letters", 12)
                        .differencesFrom(former.values()))
                .containsExactly("partitions of imr.letters is 12, but the state was counted with 6");
    }

    @Test
    void aTermOfALaterReleaseThatWasNotWrittenDownIsADifference() {
        var former = new TreeMap<>(terms(Map.of()).values());
        former.remove("windows");

        assertThat(terms(Map.of()).differencesFrom(former))
                .containsExactly("windows is DAY,HOUR, but the state was counted with something else");
    }

    @Test
    void whatOnlySaysHowTheWorkIsDoneIsNoTerm() {
        assertThat(terms(Map.of(
                                "imr.threads", "4",
                                "imr.commit-interval-ms", "50",
                                "imr.state-dir", "elsewhere",
                                "imr.max-letter-bytes", "2000"))
                        .differencesFrom(terms(Map.of()).values()))
                .isEmpty();
    }
}
