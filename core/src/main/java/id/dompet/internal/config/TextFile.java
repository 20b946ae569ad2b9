package id.dompet.internal.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads small UTF-8 files and says in plain words why one cannot be read. */
final class TextFile {
    private TextFile() {}

    /** Why it cannot be read; never quotes the content. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final String suggestion;

        Unreadable(String reason, String suggestion) {
            super(reason);
            this.suggestion = suggestion;
        }

        String reason() {
            return String.valueOf(getMessage());
        }

        String suggestion() {
            return suggestion;
        }
    }

    static String read(Path path, int maxBytes) throws Unreadable {
        if (Files.isDirectory(path)) {
            throw new Unreadable("is a directory", "name the file inside it");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(maxBytes + 1);
        } catch (NoSuchFileException e) {
            throw new Unreadable(
                    "does not exist", "check the path; relative ones begin at the working folder");
        } catch (AccessDeniedException e) {
            throw new Unreadable(
                    "may not be read by this process", "give its user permission to read the file");
        } catch (IOException e) {
            throw new Unreadable(
                    "cannot be read (" + e.getClass().getSimpleName() + ")",
                    "check the path and the file's permissions");
        }
        if (bytes.length > maxBytes) {
            throw new Unreadable(
                    "is larger than " + maxBytes / 1024 + " KiB", "check that it is the right one");
        }
        return decode(bytes);
    }

    private static String decode(byte[] bytes) throws Unreadable {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .decode(in, out, true);
        if (result.isError()) {
            throw new Unreadable(
                    "is not UTF-8, line " + lineAt(bytes, in.position()), "save it as UTF-8");
        }
        return out.flip().toString();
    }

    private static int lineAt(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
