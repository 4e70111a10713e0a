package imr.serde;

import imr.dev.EmbeddedRegistry;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaEvolutionTest {
    private EmbeddedRegistry server;

    @BeforeEach
    void start() throws IOException {
        server = EmbeddedRegistry.start(0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void laterRecordsAreReadAsTodaysClass() throws IOException {
        SchemaEvolution.laterRecordsAreReadAsTodaysClass(server.url());
    }

    @Test
    void aBreakingSchemaIsRefused() {
        SchemaEvolution.aBreakingSchemaIsRefused(server.url());
    }
}
