package id.dompet.internal.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Keys made by the JDK's keytool, as a server's identity and as what to trust. */
final class Certificates {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final KeyStore store;
    private final Certificate trusted;

    private Certificates(KeyStore store, Certificate trusted) {
        this.store = store;
        this.trusted = trusted;
    }

    /** Signed by itself, for these names, e.g. {@code dns:localhost,ip:127.0.0.1}. */
    static Certificates selfSigned(Path folder, String names) throws Exception {
        Path file = folder.resolve("self-" + names.hashCode() + ".p12");
        keytool(folder, file, "server", "-ext", "san=" + names);
        KeyStore store = read(file);
        return new Certificates(store, store.getCertificate("server"));
    }

    /** Signed by an authority of its own, which is what to trust, and no longer valid. */
    static Certificates expired(Path folder, String names) throws Exception {
        Path file = folder.resolve("expired.p12");
        keytool(folder, file, "authority", "-ext", "bc:c");
        String[] old = {"-signer", "authority", "-startdate", "-10d", "-ext", "san=" + names};
        keytool(folder, file, "server", old);
        KeyStore store = read(file);
        Certificate authority = store.getCertificate("authority");
        store.deleteEntry("authority");
        return new Certificates(store, authority);
    }

    private static void keytool(Path folder, Path store, String alias, String... more)
            throws IOException, InterruptedException {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Path log = folder.resolve("keytool.log");
        List<String> command = new ArrayList<>(List.of(tool.toString(), "-genkeypair"));
        command.addAll(List.of("-alias", alias, "-keyalg", "EC", "-dname", "CN=" + alias));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", store.toString()));
        command.addAll(List.of("-storepass", new String(PASSWORD), "-validity", "1"));
        command.addAll(List.of(more));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(log));
        }
    }

    private static KeyStore read(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    /** A context that trusts what signed this certificate, and nothing else. */
    SSLContext trust() throws GeneralSecurityException, IOException {
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        anchors.setCertificateEntry("anchor", trusted);
        TrustManagerFactory managers =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(anchors);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    /** A socket on loopback that listens with this key. */
    ServerSocket listen() throws GeneralSecurityException, IOException {
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context.getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }
}
