package imr.guideline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingPatternTest {

    @Test
    void withoutParenthesesItStandsForItself() {
        assertThat(SpellingPattern.expand("home sleep study")).containsExactly("home sleep study");
    }

    @Test
    void everyAlternativeGoesWithEveryOther() {
        assertThat(SpellingPattern.expand("(lumbar/low back) (mri/ct) scan"))
                .containsExactly("lumbar mri scan", "lumbar ct scan", "low back mri scan", "low back ct scan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(lumbar mri", "lumbar) mri", "(lumbar (spine)) mri", ")lumbar(", "lumbar (mri"})
    void parenthesesThatDontMatchAreRefused(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpellingPattern.expand(pattern))
                .withMessageContaining(pattern);
    }
}
