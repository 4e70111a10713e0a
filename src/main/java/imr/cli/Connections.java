package imr.cli;

import imr.config.Settings;
import imr.names.Topics;
import imr.serde.SchemaRegistry;

/** What verbs make of the settings: neither of these asks anybody anything yet. */
final class Connections {

    private Connections() {}

    static SchemaRegistry registry(Settings settings) {
        return SchemaRegistry.connect(
                settings.registry().url(), settings.registry().properties());
    }

    static Topics topics(Settings settings, SchemaRegistry registry) {
        return Topics.of(settings.topicPrefix(), registry);
    }
}
