package id.dompet.sandbox;

import id.dompet.testkit.duitku.DuitkuSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;

/**
 * What a client of the sandbox must know, and may rely on from one start to the next.
 *
 * @param merchantCode at the simulator
 * @param apiKey at the simulator
 * @param callbackPort where the client listens for notifications
 * @param lines the whole of it as a configuration; empty when it was read from a file
 */
record SandboxAccount(String merchantCode, String apiKey, int callbackPort, List<String> lines) {

    /** For a simulator that was started with what was kept. */
    static SandboxAccount of(DuitkuSimulator duitku, Optional<SandboxAccount> kept) {
        int port = kept.map(SandboxAccount::callbackPort).orElseGet(SandboxAccount::freePort);
        List<String> lines =
                List.of(
                        "dompet.environment=sandbox",
                        "dompet.providers=duitku",
                        "dompet.duitku.type=duitku",
                        "dompet.duitku.merchant-code=" + duitku.merchantCode(),
                        "dompet.duitku.api-key=" + duitku.apiKey(),
                        "dompet.duitku.account-link-base-url=" + duitku.accountLinkBaseUrl(),
                        "dompet.duitku.web-api-base-url=" + duitku.webApiBaseUrl(),
                        "dompet.duitku.callback-url=http://127.0.0.1:" + port + "/notify/duitku");
        return new SandboxAccount(duitku.merchantCode(), duitku.apiKey(), port, lines);
    }

    /** Free now, and likely to be free when a client comes. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "SandboxAccount[" + merchantCode + "]";
    }
}
