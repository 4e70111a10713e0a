package imr.cli;

import imr.config.Settings;
import imr.serde.RegistryException;
import imr.serde.SchemaRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code imr tail}: records of a topic as JSON lines. */
@Command(
        name = "tail",
        header = "Records of a topic as JSON lines.",
        description = {
            "Prints the committed records of a topic as JSON lines: Avro decoded, days and instants in ISO form.",
            "Of letters and dead letters it prints key, headers and size, but never the text."
        },
        footer = {
            "  imr tail outcomes",
            "  imr tail --from-beginning --max 10 imr.disputed-items",
            "  imr tail --from-beginning --until-end letters.dlq"
        })
final class TailCommand implements Callable<Integer> {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Console console;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Option(names = "--from-beginning", description = "Start with the oldest records instead of with new ones.")
    private boolean fromBeginning;

    @Option(names = "--max", paramLabel = "N", description = "End after so many records instead of never.")
    private @Nullable Long max;

    @Option(names = "--until-end", description = "End with the last record that is there now.")
    private boolean untilEnd;

    @Parameters(paramLabel = "TOPIC", description = "A topic, with or without its prefix.")
    private String topic = "";

    TailCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = options.load();
        KafkaClients kafka = new KafkaClients(settings);
        try (SchemaRegistry registry = Connections.registry(settings);
                Consumer<byte[], byte[]> consumer = kafka.consumer()) {
            List<TopicPartition> partitions = partitions(consumer, settings, kafka);
            consumer.assign(partitions);
            if (fromBeginning) {
                consumer.seekToBeginning(partitions);
            } else {
                consumer.seekToEnd(partitions);
            }
            print(consumer, new RecordJson(registry), untilEnd ? consumer.endOffsets(partitions) : Map.of());
        } catch (KafkaException failed) {
            throw failed instanceof RegistryException ? failed : kafka.failure(failed);
        }
        return CommandLineProgram.DONE;
    }

    private List<TopicPartition> partitions(Consumer<?, ?> consumer, Settings settings, KafkaClients kafka)
            throws CommandFailed {
        for (String name : List.of(topic, settings.topicPrefix() + topic)) {
            List<PartitionInfo> partitions = consumer.partitionsFor(name);
            if (!partitions.isEmpty()) {
                return partitions.stream()
                        .map(partition -> new TopicPartition(name, partition.partition()))
                        .toList();
            }
        }
        String there = String.join(
                ", ", consumer.listTopics().keySet().stream().sorted().toList());
        throw new CommandFailed(
                "there is no topic " + topic + " at " + kafka.bootstrapServers() + "; there are: " + there);
    }

    private void print(Consumer<byte[], byte[]> consumer, RecordJson json, Map<TopicPartition, Long> ends)
            throws IOException {
        long left = max == null ? Long.MAX_VALUE : max;
        while (left > 0 && (ends.isEmpty() || !isAt(ends, consumer))) {
            for (ConsumerRecord<byte[], byte[]> kafkaRecord : consumer.poll(POLL)) {
                var partition = new TopicPartition(kafkaRecord.topic(), kafkaRecord.partition());
                if (left > 0 && kafkaRecord.offset() < ends.getOrDefault(partition, Long.MAX_VALUE)) {
                    console.out().write(json.line(kafkaRecord));
                    left--;
                }
            }
            console.out().flush();
        }
    }

    private static boolean isAt(Map<TopicPartition, Long> ends, Consumer<?, ?> consumer) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
