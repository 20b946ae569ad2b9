package id.dompet.benchmarks.parts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.model.Secret;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What every benchmark of the parts works on. */
public final class Sample {
    /** A charge of about 600 bytes. */
    public static final String CHARGE =
            """
            {"partnerReferenceNo":"bench-0000000001","amount":{"value":"150000.00","currency":"IDR"},\
            "payOptionDetails":[{"payMethod":"CASH","transAmount":{"value":"150000.00","currency":"IDR"},\
            "feeAmount":{"value":"0.00","currency":"IDR"}}],"additionalInfo":{"channel":"EMONEY_OVO_SNAP",\
            "paymentType":"SALE","lineItems":[{"name":"Kopi susu gula aren","price":"25000.00","quantity":2},\
            {"name":"Roti bakar cokelat","price":"40000.00","quantity":1},{"name":"Biji kopi Gayo 250 g",\
            "price":"60000.00","quantity":1}],"successPaymentUrl":"https://shop.example/checkout/return",\
            "failedPaymentUrl":"https://shop.example/checkout/return"}}""";

    /** The same with white space between its tokens. */
    public static final String SPACED_CHARGE =
            CHARGE.replace(",\"", ",\n    \"").replace("\":", "\" : ").replace("{", "{ ");

    /** Where a charge goes. */
    public static final String PATH = "/direct-debit/core/v1/debit/payment-host-to-host";

    /** As long as the provider's. */
    public static final String TOKEN = "m".repeat(461);

    /** As SNAP writes times. */
    public static final String TIMESTAMP = "2026-11-28T09:15:30Z";

    /** Signs. */
    public static final Secret KEY = Secret.of("SK-1n2Ab3Cd4Ef5Gh6Ij7Kl8Mn9Op0Q");

    /** An RSA key of the usual length. */
    public static final KeyPair RSA = rsa();

    private Sample() {}

    /** The bytes of a charge. */
    public static byte[] charge() {
        return CHARGE.getBytes(UTF_8);
    }

    /** A charge as a tree. */
    public static ObjectNode tree(ObjectMapper mapper) {
        try {
            return (ObjectNode) mapper.readTree(CHARGE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A digest of the JDK's, to be used again and again by one thread: the bare work. */
    public static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A keyed hash of the JDK's, to be used again and again by one thread: the bare work. */
    public static Mac mac(String algorithm) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(KEY.reveal().getBytes(UTF_8), algorithm));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
