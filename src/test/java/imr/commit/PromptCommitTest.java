package imr.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.junit.jupiter.api.Test;

class PromptCommitTest {

    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    private final PromptCommit prompt = new PromptCommit(context, Duration.ofMillis(25));

    @Test
    void asksForOneCommitHoweverManyRecordsCame() {
        prompt.afterLetter();
        prompt.afterRecord();
        prompt.afterLetter();

        assertThat(context.scheduledPunctuators()).singleElement().satisfies(due -> {
            assertThat(due.getInterval()).isEqualTo(Duration.ofMillis(25));
            assertThat(due.getType()).isEqualTo(PunctuationType.WALL_CLOCK_TIME);
        });
        assertThat(context.committed()).isFalse();
        fire();
        assertThat(context.committed()).isTrue();
    }

    @Test
    void asksForNothingAfterACommitUntilARecordComes() {
        prompt.afterRecord();
        prompt.atCommit();

        assertThat(context.scheduledPunctuators())
                .singleElement()
                .matches(CapturedPunctuator::cancelled, "is cancelled");
        prompt.afterRecord();
        assertThat(context.scheduledPunctuators()).hasSize(2);
        assertThat(context.scheduledPunctuators().get(1).cancelled()).isFalse();
    }

    @Test
    void leavesABacklogToTheCommitIntervalAndCommitsSoonWhenItIsWorkedOff() throws InterruptedException {
        for (int letter = 0; letter < 1_000_000; letter++) {
            prompt.afterLetter();
        }
        Thread.sleep(600);

        fire();
        assertThat(context.committed()).isFalse();
        assertThat(context.scheduledPunctuators().get(0).cancelled())
                .as("looks again")
                .isFalse();

        prompt.afterLetter();
        Thread.sleep(600);
        fire();
        assertThat(context.committed()).isTrue();
    }

    private void fire() {
        context.scheduledPunctuators().get(0).getPunctuator().punctuate(0);
    }
}
