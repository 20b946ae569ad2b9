package id.dompet.sandbox.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version, as the build wrote it. */
public final class Version implements IVersionProvider {
    public Version() {}

    @Override
    public String[] getVersion() throws IOException {
        Properties build = new Properties();
        try (InputStream file = Version.class.getResourceAsStream("version.properties")) {
            if (file != null) {
                build.load(file);
            }
        }
        return new String[] {"dompet " + build.getProperty("version", "(unknown version)")};
    }
}
