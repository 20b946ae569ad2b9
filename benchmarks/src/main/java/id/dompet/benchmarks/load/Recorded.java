package id.dompet.benchmarks.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import id.dompet.http.Body;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request as Dompet sent it, to be sent by others byte for byte.
 *
 * @param raw head and body
 * @param path with query
 * @param headers without those that a client writes itself
 * @param body after the head
 */
record Recorded(Body raw, String path, List<Map.Entry<String, String>> headers, Body body) {

    static Recorded of(Body request) {
        byte[] raw = request.bytes();
        String text = new String(raw, ISO_8859_1);
        int head = text.indexOf("\r\n\r\n");
        String[] lines = text.substring(0, head).split("\r\n", -1);
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            String name = lines[i].substring(0, colon);
            if (!List.of("host", "content-length", "connection", "user-agent")
                    .contains(name.toLowerCase(Locale.ROOT))) {
                headers.add(Map.entry(name, lines[i].substring(colon + 1).strip()));
            }
        }
        return new Recorded(
                request,
                lines[0].split(" ", -1)[1],
                List.copyOf(headers),
                Body.of(Arrays.copyOfRange(raw, head + 4, raw.length)));
    }
}
