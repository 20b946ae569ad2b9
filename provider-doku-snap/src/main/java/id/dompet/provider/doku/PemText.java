package id.dompet.provider.doku;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.openssl.PEMParser;

/**
 * Reads PEM in the spellings that copying between terminals, dashboards and configuration leaves
 * behind: with or without line breaks, with those of another system, with a byte order mark, with
 * {@code \n} written out, with other text around it, or as the bare base64 in between.
 */
final class PemText {
    private static final Pattern BLOCK =
            Pattern.compile(
                    "-----BEGIN ([A-Z0-9 ]{1,40})-----(.*?)-----END \\1-----", Pattern.DOTALL);
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9+/]{20,}={0,2}");
    private static final int MAX = 64 * 1024;

    private PemText() {}

    /**
     * What the text holds, as {@link PlainKeys} or else Bouncy Castle's PEM classes read it.
     *
     * @return at least one object
     */
    static List<Object> read(String text) throws UnusableKey {
        String clean =
                text.replace("\uFEFF", "")
                        .replace("\\r", "")
                        .replace("\\n", "\n")
                        .replace("\r\n", "\n")
                        .replace('\r', '\n');
        if (clean.length() > MAX) {
            throw notAKey();
        }
        List<Object> found = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(clean);
        while (blocks.find()) {
            String body = blocks.group(2);
            // Headers (Proc-Type, DEK-Info) need their lines; everything else is base64 only.
            found.add(read(blocks.group(1), body.contains(":") ? body.strip() : squeeze(body)));
        }
        if (!found.isEmpty()) {
            return found;
        }
        if (clean.contains("-----BEGIN")) {
            throw UnusableKey.key("is cut off", "its -----END line is missing; copy it again");
        }
        String bare = squeeze(clean);
        if (!BARE.matcher(bare).matches()) {
            throw notAKey();
        }
        Optional<Object> plain = PlainKeys.read(bare);
        return List.of(plain.isPresent() ? plain.get() : parse(label(bare), bare));
    }

    static UnusableKey notAKey() {
        return UnusableKey.key(
                "is not a key", "give PEM text that begins with -----BEGIN, or the base64 in it");
    }

    private static Object read(String label, String body) throws UnusableKey {
        Optional<Object> plain = PlainKeys.read(label, body);
        return plain.isPresent() ? plain.get() : parse(label, body);
    }

    private static Object parse(String label, String body) throws UnusableKey {
        String pem = "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            Object object = parser.readObject();
            if (object != null) {
                return object;
            }
        } catch (IOException | RuntimeException e) {
            // Dropped on purpose: the parser's message may quote what it read.
        }
        throw UnusableKey.key(
                "cannot be read as " + label, "copy it again, without anything missing");
    }

    /** What bare base64 is, by the shape of its ASN.1. */
    private static String label(String base64) throws UnusableKey {
        ASN1Sequence sequence;
        try {
            sequence = ASN1Sequence.getInstance(Base64.getDecoder().decode(base64));
        } catch (RuntimeException e) {
            throw notAKey();
        }
        if (sequence.size() < 2) {
            throw notAKey();
        }
        ASN1Encodable first = sequence.getObjectAt(0);
        ASN1Encodable second = sequence.getObjectAt(1);
        if (first instanceof ASN1Integer) {
            if (second instanceof ASN1Sequence) {
                return "PRIVATE KEY";
            }
            return sequence.size() == 2 ? "RSA PUBLIC KEY" : "RSA PRIVATE KEY";
        }
        if (second instanceof ASN1OctetString) {
            return "ENCRYPTED PRIVATE KEY";
        }
        return second instanceof ASN1BitString ? "PUBLIC KEY" : "CERTIFICATE";
    }

    private static String squeeze(String text) {
        return text.replaceAll("\\s+", "");
    }
}
