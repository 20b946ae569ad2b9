package id.dompet.provider.duitku;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import id.dompet.benchmarks.parts.Sample;
import id.dompet.http.Body;
import id.dompet.sign.HmacKey;
import id.dompet.sign.Signatures;
import java.security.MessageDigest;
import javax.crypto.Mac;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Signing and verifying for Duitku, and the same kind of work as others do it. */
@State(Scope.Benchmark)
public class DuitkuSigningBenchmark {
    private static final String CODE = "D0001";
    private static final String ORDER = "bench-0000000001";
    private static final String AMOUNT = "150000";
    private static final String TIME = "1795857330000";

    private final DuitkuSigner signer = new DuitkuSigner(CODE, Sample.KEY);
    private final Body body = Body.utf8(Sample.CHARGE);
    private final MessageDigest sha256 = Sample.digest("SHA-256");
    private final MessageDigest md5 = Sample.digest("MD5");
    private final Mac hmac = Sample.mac("HmacSHA256");
    private final byte[] link = (CODE + TIME + Sample.CHARGE + Sample.KEY.reveal()).getBytes(UTF_8);
    private final byte[] order = (CODE + ORDER + AMOUNT).getBytes(UTF_8);
    private final byte[] orderAndKey =
            (CODE + ORDER + AMOUNT + Sample.KEY.reveal()).getBytes(UTF_8);
    private final HmacKey key = HmacKey.sha256(Sample.KEY);
    private final String callback = key.hex((CODE + AMOUNT + ORDER).getBytes(UTF_8));
    private final String stripeSignature =
            key.hex((stripeTime() + "." + Sample.CHARGE).getBytes(UTF_8));
    private final byte[] webhook = Sample.charge();
    private final String stripeHeader = "t=" + stripeTime() + ",v1=" + stripeSignature;

    /** Any time will do: its age is not checked here. */
    private static long stripeTime() {
        return 1_795_857_330L;
    }

    /** The header of an account link call. */
    @Benchmark
    public String signLink() {
        return signer.accountLink(TIME, body);
    }

    /** SHA-256 over the same bytes. */
    @Benchmark
    public byte[] signLinkLimit() {
        return sha256.digest(link);
    }

    /** The signature of a charge. */
    @Benchmark
    public String signInquiry() {
        return signer.inquiry(SignatureScheme.HMAC_SHA256, ORDER, 150_000);
    }

    /** HMAC-SHA256 over the same bytes. */
    @Benchmark
    public byte[] signInquiryLimit() {
        return hmac.doFinal(order);
    }

    /** The same for accounts that have not been moved. */
    @Benchmark
    public String signLegacy() {
        return signer.inquiry(SignatureScheme.LEGACY, ORDER, 150_000);
    }

    /** MD5 over the same bytes. */
    @Benchmark
    public byte[] signLegacyLimit() {
        return md5.digest(orderAndKey);
    }

    /** The signature of a callback. */
    @Benchmark
    public boolean verifyCallback() {
        return yes(signer.isCallback(SignatureScheme.HMAC_SHA256, AMOUNT, ORDER, callback));
    }

    /** What a webhook of 600 bytes costs with this library's parts. */
    @Benchmark
    public boolean verifyWebhook() {
        return yes(
                Signatures.matchesHex(
                        key.of((stripeTime() + ".").getBytes(UTF_8), webhook), stripeSignature));
    }

    /** The same webhook verified by stripe-java. */
    @Benchmark
    public boolean verifyWebhookStripe() throws SignatureVerificationException {
        return yes(
                Webhook.Signature.verifyHeader(
                        Sample.CHARGE, stripeHeader, Sample.KEY.reveal(), 0));
    }

    private static boolean yes(boolean matches) {
        if (!matches) {
            throw new IllegalStateException("a good signature was refused");
        }
        return true;
    }
}
