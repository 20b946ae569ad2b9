package id.dompet.testkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Carries responses of one connection from the server to the client, and breaks them on order. */
final class ResponsePump {

    private final Socket client;
    private final Socket server;
    private final CountDownLatch closing;
    private final CountDownLatch clientGone;

    ResponsePump(Socket client, Socket server, CountDownLatch closing, CountDownLatch clientGone) {
        this.client = client;
        this.server = server;
        this.closing = closing;
        this.clientGone = clientGone;
    }

    /** Runs until either side, or a fault, ends the connection. */
    void run(Function<ResponseHead, WireFault> faults) throws IOException {
        InputStream in = new BufferedInputStream(server.getInputStream());
        OutputStream out = client.getOutputStream();
        for (ResponseHead head = ResponseHead.read(in);
                head != null;
                head = ResponseHead.read(in)) {
            byte[] headBytes = head.bytesWithout(FaultProxy.PLAN_HEADER);
            byte[] body = head.readBody(in);
            WireFault fault = head.isInterim() ? new WireFault.Intact() : faults.apply(head);
            if (fault instanceof WireFault.Cut cut) {
                cut(cut, headBytes, body, out);
                return;
            }
            if (fault instanceof WireFault.Drip drip) {
                drip(drip, headBytes, body, out);
            } else {
                out.write(headBytes);
                out.write(body);
            }
            out.flush();
        }
    }

    private void cut(WireFault.Cut cut, byte[] head, byte[] body, OutputStream out)
            throws IOException {
        if (cut.part() == WireFault.Part.HEAD) {
            out.write(head, 0, Math.min(cut.bytes(), head.length));
        } else {
            out.write(head);
            out.write(body, 0, Math.min(cut.bytes(), body.length));
        }
        out.flush();
        switch (cut.ending()) {
            case RESET -> client.setSoLinger(true, 0);
            case CLOSE -> {}
            case HALF_CLOSE -> {
                client.shutdownOutput();
                awaitClient();
            }
            case HANG -> awaitClient();
        }
    }

    /** Until the client gives up, or the proxy closes its socket. */
    private void awaitClient() {
        try {
            clientGone.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void drip(WireFault.Drip drip, byte[] head, byte[] body, OutputStream out)
            throws IOException {
        if (drip.headToo()) {
            dripBytes(drip, head, out);
        } else {
            out.write(head);
            out.flush();
        }
        dripBytes(drip, body, out);
    }

    private void dripBytes(WireFault.Drip drip, byte[] bytes, OutputStream out) throws IOException {
        for (int at = 0; at < bytes.length; at += drip.chunkBytes()) {
            out.write(bytes, at, Math.min(drip.chunkBytes(), bytes.length - at));
            out.flush();
            try {
                if (closing.await(drip.pause().toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
