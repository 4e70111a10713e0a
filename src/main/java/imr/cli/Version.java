package imr.cli;

/** What {@code --version} says. */
final class Version {

    private Version() {}

    static String[] lines() {
        String version = Version.class.getPackage().getImplementationVersion();
        String program = version == null ? "imr, not packaged" : "imr " + version;
        return new String[] {program + " (Java " + Runtime.version() + ")"};
    }
}
