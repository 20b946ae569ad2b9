package id.dompet.testkit.duitku;

import id.dompet.http.Body;
import id.dompet.http.InboundRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One callback in the ways in which forms can be written. */
final class DuitkuSpellings {

    private static final HexFormat PERCENT = HexFormat.of().withPrefix("%");

    private DuitkuSpellings() {}

    static List<InboundRequest> of(InboundRequest genuine) {
        CallbackForm form = CallbackForm.read(genuine.body().text());
        List<Map.Entry<String, String>> reversed = new ArrayList<>(form.fields());
        Collections.reverse(reversed);
        List<Map.Entry<String, String>> sorted = new ArrayList<>(form.fields());
        sorted.sort(Map.Entry.comparingByKey());
        return List.of(
                with(genuine, new CallbackForm(reversed).encoded()),
                with(genuine, new CallbackForm(sorted).encoded()),
                with(genuine, form.plus("settlementBatch", "a b&c=d").encoded()),
                with(genuine, form.plus("promo", "").encoded()),
                with(genuine, form.encoded().replace("+", "%20")),
                with(genuine, everyByteEscaped(form, PERCENT.withUpperCase())),
                with(genuine, everyByteEscaped(form, PERCENT.withLowerCase())),
                typed(genuine, "application/x-www-form-urlencoded; charset=UTF-8"),
                typed(genuine, "Application/X-WWW-Form-Urlencoded;charset=utf-8"));
    }

    /** The same request with another body. */
    static InboundRequest with(InboundRequest genuine, String body) {
        return new InboundRequest(
                genuine.method(),
                genuine.target(),
                genuine.headers(),
                Body.utf8(body),
                genuine.peer());
    }

    private static InboundRequest typed(InboundRequest genuine, String contentType) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(genuine.headers());
        headers.put("Content-Type", List.of(contentType));
        return new InboundRequest(
                genuine.method(), genuine.target(), headers, genuine.body(), genuine.peer());
    }

    private static String everyByteEscaped(CallbackForm form, HexFormat escapes) {
        return form.fields().stream()
                .map(field -> field.getKey() + "=" + escapes.formatHex(utf8(field.getValue())))
                .collect(Collectors.joining("&"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
