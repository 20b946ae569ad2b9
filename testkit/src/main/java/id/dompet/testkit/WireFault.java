package id.dompet.testkit;

import java.time.Duration;

/** What happens to one HTTP response on its way to the client, at the level of the socket. */
public sealed interface WireFault {

    /** How a connection ends after the bytes that were let through. */
    enum Ending {
        /** TCP reset: the client sees "connection reset". */
        RESET,
        /** Orderly close in both directions. */
        CLOSE,
        /** Only the sending side is closed; the server keeps reading. */
        HALF_CLOSE,
        /** Nothing more is sent and nothing is closed until the client gives up. */
        HANG
    }

    /** Which part of the response the bytes of a {@link Cut} are counted in. */
    enum Part {
        /** From the first byte of the status line. */
        HEAD,
        /** From the first byte after the empty line; the head goes through whole. */
        BODY
    }

    /** The response goes through untouched. */
    record Intact() implements WireFault {}

    /**
     * Only the first bytes go through. {@code Content-Length}, where there is one, still announces
     * the whole body.
     *
     * @param part where counting starts
     * @param bytes how many bytes of that part go through, 0 or more
     * @param ending what happens then
     */
    record Cut(Part part, int bytes, Ending ending) implements WireFault {}

    /**
     * The whole response goes through, slowly.
     *
     * @param chunkBytes bytes per write, at least 1
     * @param pause real time between writes
     * @param headToo whether the head is slowed down as well
     */
    record Drip(int chunkBytes, Duration pause, boolean headToo) implements WireFault {}

    /** Whether the client gets no byte at all. */
    default boolean losesEverything() {
        return this instanceof Cut cut && cut.part() == Part.HEAD && cut.bytes() == 0;
    }

    /** Not a single byte goes through. */
    static WireFault nothing(Ending ending) {
        return new Cut(Part.HEAD, 0, ending);
    }
}
