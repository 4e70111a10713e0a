package imr.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import imr.config.Settings;
import imr.letter.LetterOrigin;
import imr.letter.LetterParser;
import imr.letter.ParseResult.Parsed;
import imr.names.Headers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code imr publish}: letters from files to the topic of letters. */
@Command(
        name = "publish",
        header = "Letters from files to Kafka.",
        description = {
            "Publishes letters from files to the topic of letters, byte for byte.",
            "The record key is the printed case number, else the file's name without .txt."
        },
        footer = {
            "  imr publish letters/",
            "  imr publish --claims-administrator \"Acme Mutual\" --header imr-decision-date=2017-02-14 letter.txt",
            "  imr publish -X kafka.bootstrap.servers=broker:9092 letters/"
        })
final class PublishCommand implements Callable<Integer> {

    private final Console console;
    private int unreadable;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--claims-administrator",
            paramLabel = "NAME",
            description = "Who denied the treatments: sets the header imr-claims-administrator.")
    private @Nullable String claimsAdministrator;

    @Option(
            names = "--header",
            paramLabel = "NAME=VALUE",
            description = "A record header, for example imr-decision-date=2017-02-14. May be repeated.")
    private Map<String, String> headers = new LinkedHashMap<>();

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "A file, a folder (its *.txt files by name), or - for standard input.")
    private List<String> paths = List.of();

    PublishCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = options.loadWithoutRegistry();
        List<LetterFile> files = LetterFile.under(paths);
        if (claimsAdministrator != null) {
            headers.put(Headers.CLAIMS_ADMINISTRATOR, claimsAdministrator);
        }
        String topic = settings.topicPrefix() + "letters";
        KafkaClients kafka = new KafkaClients(settings);
        kafka.requireTopic(topic);
        try (Producer<byte[], byte[]> producer = kafka.producer()) {
            Publishing publishing = new Publishing(console, producer, "letters", files.size());
            InOrder.map(
                    files.iterator(),
                    file -> read(file, topic, settings.processing().maxLetterBytes()),
                    read -> {
                        if (read instanceof Problem problem) {
                            unreadable++;
                            console.say("imr publish: %s", problem.text());
                        } else if (read instanceof Ready ready) {
                            publishing.send(ready.letter());
                        }
                    });
            publishing.finish(topic);
        }
        return unreadable == 0 ? CommandLineProgram.DONE : CommandLineProgram.FAILED;
    }

    private FromFile read(LetterFile file, String topic, int maxLetterBytes) {
        try {
            byte[] letter = file.read(console.in());
            String key = key(file, letter, maxLetterBytes);
            var letterRecord = new ProducerRecord<>(topic, key == null ? null : key.getBytes(UTF_8), letter);
            headers.forEach((name, value) -> letterRecord.headers().add(name, value.getBytes(UTF_8)));
            return new Ready(letterRecord);
        } catch (CommandFailed failed) {
            return new Problem(String.valueOf(failed.getMessage()));
        }
    }

    /** A letter that can't be read is published all the same: the pipeline says what is wrong with it. */
    private static @Nullable String key(LetterFile file, byte[] letter, int maxLetterBytes) {
        if (LetterParser.parse(letter, LetterOrigin.UNKNOWN, maxLetterBytes) instanceof Parsed parsed) {
            String caseNumber =
                    parsed.determination().getItems().get(0).getLetter().getCaseNumber();
            if (caseNumber != null) {
                return caseNumber;
            }
        }
        return file.name();
    }

    private sealed interface FromFile {}

    private record Ready(ProducerRecord<byte[], byte[]> letter) implements FromFile {}

    private record Problem(String text) implements FromFile {}
}
