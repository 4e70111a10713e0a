package imr.dev;

import java.io.Serial;

/** A request the registry refuses, with the error code its REST API prescribes for the reason. */
final class RegistryException extends Exception {
    static final int SUBJECT_NOT_FOUND = 40401;
    static final int VERSION_NOT_FOUND = 40402;
    static final int SCHEMA_NOT_FOUND = 40403;
    static final int NO_LEVEL_OF_ITS_OWN = 40408;
    static final int INVALID_SCHEMA = 42201;
    static final int INVALID_VERSION = 42202;
    static final int INVALID_LEVEL = 42203;
    static final int BAD_REQUEST = 400;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int INCOMPATIBLE = 409;
    static final int TOO_LARGE = 413;

    @Serial
    private static final long serialVersionUID = 1L;

    private final int code;

    RegistryException(int code, String message) {
        super(message);
        this.code = code;
    }

    /** The API's error code: an HTTP status, or one followed by two digits. */
    int code() {
        return code;
    }

    /** The HTTP status that goes with the code. */
    int status() {
        return code > 999 ? code / 100 : code;
    }
}
