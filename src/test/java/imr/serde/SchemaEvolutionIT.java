package imr.serde;

import imr.dev.ApicurioRegistry;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The same on a real registry. */
@Timeout(120)
class SchemaEvolutionIT {
    private static ApicurioRegistry server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = ApicurioRegistry.start();
    }

    @AfterAll
    static void stop() {
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
