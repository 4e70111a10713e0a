package imr.serde;

import org.apache.kafka.common.KafkaException;

/**
 * The schema registry could not be asked, or would not do what it was asked. Never a property of the record at hand: it
 * is to be tried again or to stop the program, and no record may be skipped because of it.
 */
public final class RegistryException extends KafkaException {
    private static final long serialVersionUID = 1L;

    private final boolean passing;

    RegistryException(String message, boolean passing, Throwable cause) {
        super(message, cause);
        this.passing = passing;
    }

    RegistryException(String message) {
        super(message);
        this.passing = false;
    }

    /**
     * Whether it may go away by itself: true if the registry could not be reached or was unwell, false if it refused,
     * for want of rights or because of a schema it doesn't accept or know.
     */
    public boolean isPassing() {
        return passing;
    }
}
