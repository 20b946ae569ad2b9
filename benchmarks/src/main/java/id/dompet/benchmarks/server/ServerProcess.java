package id.dompet.benchmarks.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;

/** Starts a {@link BareServer} in a process of its own and ends it again. */
public final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final Path folder;
    private final SSLContext trust;
    private final int[] ports = new int[3];

    private ServerProcess(Process process, Path folder, String line) throws IOException {
        this.process = process;
        this.folder = folder;
        this.trust = SelfSigned.context(folder.resolve("server.p12"));
        String[] words = line.split(" ", -1);
        for (int i = 0; i < ports.length; i++) {
            ports[i] = Integer.parseInt(words[i]);
        }
    }

    /** Starts one with this process's class path and Java. */
    public static ServerProcess start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("dompet-bench");
        Path keyStore = folder.resolve("server.p12");
        SelfSigned.make(keyStore);
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-Xshare:auto",
                                "-Xmx256m",
                                BareServer.class.getName(),
                                keyStore.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        String line = out.readLine();
        if (line == null) {
            process.destroyForcibly();
            throw new IOException("the benchmark's server did not start");
        }
        return new ServerProcess(process, folder, line);
    }

    /** Plain HTTP, answered at once. */
    public URI fast() {
        return URI.create("http://localhost:" + ports[0]);
    }

    /** Plain HTTP, answered after {@link BareServer#SLOW_MILLIS}. */
    public URI slow() {
        return URI.create("http://localhost:" + ports[1]);
    }

    /** HTTPS, answered at once. */
    public URI tls() {
        return URI.create("https://localhost:" + ports[2]);
    }

    /** How many connections HTTPS has had, this one included. */
    public InputStream tlsConnections() throws IOException {
        HttpsURLConnection connection =
                (HttpsURLConnection) tls().resolve("/connections").toURL().openConnection();
        connection.setSSLSocketFactory(trust.getSocketFactory());
        return connection.getInputStream();
    }

    /** Trusts the server's certificate. */
    public SSLContext trust() {
        return trust;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        Files.deleteIfExists(folder.resolve("server.p12"));
        Files.deleteIfExists(folder);
    }
}
