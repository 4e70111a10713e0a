package imr.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class InkTest {

    @Test
    void coloursAreForTerminalsThatWantThem() {
        assertThat(Ink.of(true, Map.of(), "UTF-8").colour()).isTrue();
        assertThat(Ink.of(true, Map.of("NO_COLOR", ""), "UTF-8").colour()).isTrue();
        assertThat(Ink.of(true, Map.of("NO_COLOR", "1"), "UTF-8").colour()).isFalse();
        assertThat(Ink.of(true, Map.of("TERM", "dumb"), "UTF-8").colour()).isFalse();
        assertThat(Ink.of(false, Map.of(), "UTF-8").colour()).isFalse();
    }

    @Test
    void linesAreDrawnWhereTheEncodingHasThem() {
        assertThat(Ink.of(false, Map.of(), "UTF-8").lines()).isTrue();
        assertThat(Ink.of(false, Map.of(), "ANSI_X3.4-1968").lines()).isFalse();
    }

    @Test
    void withoutColourTextIsLeftAlone() {
        Ink ink = new Ink(false, true);

        assertThat(ink.field("a") + ink.warning("b") + ink.heading("c")).isEqualTo("abc");
    }
}
