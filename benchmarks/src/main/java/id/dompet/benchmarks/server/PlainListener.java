package id.dompet.benchmarks.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;

/** Plain HTTP with one thread for all connections; each answer waits for the same time. */
final class PlainListener implements Runnable {
    private final ServerSocketChannel accepting;
    private final Selector selector;
    private final long delayNanos;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
    private final byte[] arrived = new byte[64 * 1024];
    private final Deque<Due> waiting = new ArrayDeque<>();
    private long accepted;

    /** An answer that waits for its time; all wait equally long, so they are in order. */
    private record Due(long at, SocketChannel to, ByteBuffer answer) {}

    PlainListener(long delayMillis) throws IOException {
        delayNanos = delayMillis * 1_000_000;
        selector = Selector.open();
        accepting = ServerSocketChannel.open();
        accepting.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        accepting.configureBlocking(false);
        accepting.register(selector, SelectionKey.OP_ACCEPT);
    }

    int port() {
        return accepting.socket().getLocalPort();
    }

    @Override
    public void run() {
        while (true) {
            try {
                selector.select(this::ready, timeout());
                answerDue();
            } catch (IOException e) {
                throw new IllegalStateException("the server's selector failed", e);
            }
        }
    }

    /** Zero, which is for ever, only if nothing waits. */
    private long timeout() {
        Due first = waiting.peek();
        return first == null ? 0 : Math.max(1, (first.at() - System.nanoTime()) / 1_000_000);
    }

    private void answerDue() {
        while (!waiting.isEmpty() && waiting.peek().at() - System.nanoTime() <= 0) {
            Due due = waiting.remove();
            write(due.to(), due.answer());
        }
    }

    private void ready(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept();
            } else {
                read(key);
            }
        } catch (IOException e) {
            // The client has gone; that is its right.
            key.cancel();
            close((SocketChannel) key.channel());
        }
    }

    private void accept() throws IOException {
        SocketChannel channel = accepting.accept();
        if (channel != null) {
            accepted++;
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.register(selector, SelectionKey.OP_READ, new Incoming());
        }
    }

    private void read(SelectionKey key) throws IOException {
        SocketChannel channel = (SocketChannel) key.channel();
        buffer.clear();
        int count = channel.read(buffer);
        if (count < 0) {
            key.cancel();
            channel.close();
            return;
        }
        buffer.flip().get(arrived, 0, count);
        Incoming incoming = (Incoming) key.attachment();
        incoming.add(arrived, count);
        while (incoming.isComplete()) {
            String path = incoming.path();
            incoming.drop();
            if (path.equals("/connections")) {
                write(
                        channel,
                        ByteBuffer.wrap(Answers.response("200 OK", Long.toString(accepted))));
            } else if (delayNanos == 0) {
                write(channel, ByteBuffer.wrap(Answers.to(path)));
            } else {
                waiting.add(
                        new Due(
                                System.nanoTime() + delayNanos,
                                channel,
                                ByteBuffer.wrap(Answers.to(path))));
            }
        }
    }

    private static void write(SocketChannel channel, ByteBuffer answer) {
        try {
            while (answer.hasRemaining()) {
                channel.write(answer);
            }
        } catch (IOException e) {
            close(channel);
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // It is closed or it is broken: nobody listens either way.
        }
    }
}
