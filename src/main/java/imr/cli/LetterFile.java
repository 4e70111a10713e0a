package imr.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter in a file, or on standard input.
 *
 * @param source as the user named it
 * @param path null for standard input
 */
record LetterFile(String source, @Nullable Path path) {

    private static final String STANDARD_INPUT = "-";
    private static final String EXTENSION = ".txt";

    /**
     * The letters that paths stand for, in their order: a file is one, a folder its {@code *.txt} files by name, and
     * {@code -} standard input.
     *
     * @throws CommandFailed if a path isn't there or a folder can't be listed
     */
    static List<LetterFile> under(List<String> paths) throws CommandFailed {
        List<LetterFile> letters = new ArrayList<>();
        for (String source : paths) {
            Path path = Path.of(source);
            if (source.equals(STANDARD_INPUT)) {
                letters.add(new LetterFile(source, null));
            } else if (Files.isDirectory(path)) {
                letters.addAll(in(path));
            } else if (Files.exists(path)) {
                letters.add(new LetterFile(source, path));
            } else {
                throw new CommandFailed(source + ": no such file or folder");
            }
        }
        return letters;
    }

    private static List<LetterFile> in(Path folder) throws CommandFailed {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + EXTENSION)) {
            found.forEach(files::add);
        } catch (IOException failed) {
            throw new CommandFailed(folder + ": " + reason(failed), failed);
        }
        Collections.sort(files);
        return files.stream().map(file -> new LetterFile(file.toString(), file)).toList();
    }

    /** The letter as it is. */
    byte[] read(InputStream standardInput) throws CommandFailed {
        try {
            return path == null ? standardInput.readAllBytes() : Files.readAllBytes(path);
        } catch (IOException failed) {
            throw new CommandFailed(source + ": " + reason(failed), failed);
        }
    }

    /** The letter's first bytes, so that a file of any size can be told to be too long. */
    byte[] readAtMost(int bytes, InputStream standardInput) throws CommandFailed {
        try {
            if (path == null) {
                return standardInput.readNBytes(bytes);
            }
            try (InputStream file = Files.newInputStream(path)) {
                return file.readNBytes(bytes);
            }
        } catch (IOException failed) {
            throw new CommandFailed(source + ": " + reason(failed), failed);
        }
    }

    /** The file's name without {@code .txt}: the record key of a letter that has no case number. Null for standard input. */
    @Nullable
    String name() {
        if (path == null || path.getFileName() == null) {
            return null;
        }
        String name = path.getFileName().toString();
        return name.endsWith(EXTENSION) ? name.substring(0, name.length() - EXTENSION.length()) : name;
    }

    /** Java's messages for the common cases are no more than the path again. */
    private static String reason(IOException failed) {
        if (failed instanceof NoSuchFileException) {
            return "no such file";
        }
        if (failed instanceof AccessDeniedException) {
            return "no permission to read it";
        }
        return "can't be read: " + failed.getMessage();
    }
}
