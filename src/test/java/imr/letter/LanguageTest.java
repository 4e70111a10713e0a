package imr.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    private static RejectionCode rejection(String text) {
        return ((ParseResult.Rejected) LetterParser.parse(text, LetterOrigin.UNKNOWN)).code();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "La solicitud de doce sesiones de fisioterapia para la rodilla fue denegada por la compa\u00F1\u00EDa de"
                        + " seguros. El m\u00E9dico que revis\u00F3 el caso no est\u00E1 de acuerdo con la decisi\u00F3n.",
                "\u7EF4\u6301\u539F\u5224\u3002\u7533\u8BF7\u4EBA\u8981\u6C42\u5341\u4E8C\u6B21\u7269\u7406"
                        + "\u6CBB\u7597\uFF0C\u8BE5\u8BF7\u6C42\u5728\u533B\u7597\u4E0A\u5E76\u975E\u5FC5\u8981"
                        + "\u3002",
                "\u0417\u0430\u043F\u0440\u043E\u0441 \u043D\u0430 \u043B\u0435\u0447\u0435\u043D\u0438\u0435"
                        + " \u043A\u043E\u043B\u0435\u043D\u0430 \u043E\u0442\u043A\u043B\u043E\u043D\u0435\u043D",
                "Der Antrag auf zw\u00F6lf Sitzungen f\u00FCr das Knie wurde von der Versicherung abgelehnt, und die"
                        + " Entscheidung ist nach der Akte nicht zu beanstanden. Das gilt mit dem Vermerk von gestern.",
                "Ang kahilingan para sa labindalawang sesyon ng therapy sa tuhod ay hindi pinayagan ng kompanya. Sinuri ng"
                        + " doktor ang mga tala ng kaso at ang mga dahilan ng desisyon."
            })
    void textInAnotherLanguageIsNotEnglish(String text) {
        assertThat(rejection(text)).isEqualTo(RejectionCode.NOT_ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dear Sir: your order has shipped.",
                "Los Angeles, La Jolla, El Cajon, Las Vegas, San Diego",
                "The minutes of the meeting of the board of La Mesa and of El Centro, with a list of those who were there.",
                "CM16-0000042",
                "\u00C3\u00A9\u00C3\u00A9\u00C3\u00A9"
            })
    void otherTextIsNoDetermination(String text) {
        assertThat(rejection(text)).isEqualTo(RejectionCode.NOT_A_DETERMINATION);
    }
}
