package id.dompet.provider.duitku;

import id.dompet.http.Body;
import id.dompet.http.InboundRequest;
import id.dompet.http.Parameters;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The fields of a callback: docs.duitku.com, callback. Four of them are needed to verify it, and
 * the document's own example refuses a callback in which one of these is missing or empty.
 */
final class CallbackForm {
    static final String MERCHANT_CODE = "merchantCode";
    static final String AMOUNT = "amount";
    static final String ORDER = "merchantOrderId";
    static final String SIGNATURE = "signature";

    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_ORDER = 50;
    private static final Pattern WHOLE_RUPIAH = Pattern.compile("[0-9]{1,15}(\\.0{1,2})?");

    private final Map<String, String> fields;

    private CallbackForm(Map<String, String> fields) {
        this.fields = fields;
    }

    /** Thrown for what is not a callback; the message names the fault, never a value. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        private final String why;

        Malformed(String why) {
            super(why);
            this.why = why;
        }

        String why() {
            return why;
        }
    }

    static CallbackForm of(InboundRequest request) throws Malformed {
        if (request.body().size() > MAX_BYTES) {
            throw new Malformed("the body is larger than 64 KiB");
        }
        String type = request.onlyHeader("Content-Type").orElse("");
        int parameters = type.indexOf(';');
        String essence = parameters < 0 ? type : type.substring(0, parameters);
        if (!essence.strip().toLowerCase(Locale.ROOT).equals("application/x-www-form-urlencoded")) {
            throw new Malformed("the content type is not form-encoded");
        }
        CallbackForm form = new CallbackForm(parameters(request.body()));
        for (String name : List.of(MERCHANT_CODE, AMOUNT, ORDER, SIGNATURE)) {
            if (form.field(name).isBlank()) {
                throw new Malformed("the field " + name + " is missing or empty");
            }
        }
        if (!WHOLE_RUPIAH.matcher(form.field(AMOUNT)).matches()) {
            throw new Malformed("the field amount is not a plain number");
        }
        String order = form.field(ORDER);
        if (order.length() > MAX_ORDER || order.chars().anyMatch(Character::isISOControl)) {
            throw new Malformed("the field merchantOrderId cannot be an order");
        }
        return form;
    }

    private static Map<String, String> parameters(Body body) throws Malformed {
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(body.bytes()))
                            .toString();
            return Parameters.read(text);
        } catch (CharacterCodingException e) {
            throw new Malformed("the body is not UTF-8");
        } catch (Parameters.Unreadable e) {
            throw new Malformed("the body has no single reading");
        }
    }

    /** Empty text if it is absent. */
    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    Map<String, String> all() {
        return fields;
    }
}
