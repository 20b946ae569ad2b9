package id.dompet.provider.doku;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.dompet.benchmarks.parts.Sample;
import id.dompet.http.Body;
import id.dompet.sign.Digest;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Verifying what comes from DOKU. */
@State(Scope.Benchmark)
public class SnapVerifyingBenchmark {
    private final SymmetricSigner signer = new SymmetricSigner(Sample.KEY);
    private final byte[] compact = Sample.charge();
    private final byte[] spaced = Sample.SPACED_CHARGE.getBytes(UTF_8);
    private final Body compactBody = Body.of(compact);
    private final Body spacedBody = Body.of(spaced);
    private final String signature =
            signer.sign(
                    "POST",
                    Sample.PATH,
                    Sample.TOKEN.getBytes(UTF_8),
                    compactBody,
                    Sample.TIMESTAMP);
    private final MessageDigest sha256 = Sample.digest("SHA-256");
    private final Mac hmac = Sample.mac("HmacSHA512");
    private final byte[] toSign =
            String.join(":", "POST", Sample.PATH, Sample.TOKEN, "0".repeat(64), Sample.TIMESTAMP)
                    .getBytes(UTF_8);
    private final byte[] expected = hmac.doFinal(toSign);

    /** A notification whose bytes arrived as they were signed. */
    @Benchmark
    public boolean verify() {
        return yes(
                signer.matches(
                        "POST",
                        Sample.PATH,
                        Sample.TOKEN,
                        compactBody,
                        Sample.TIMESTAMP,
                        signature));
    }

    /** The least that has to be done: SHA-256, HMAC-SHA512 and a comparison. */
    @Benchmark
    public boolean verifyLimit() {
        byte[] digest = sha256.digest(compact);
        return yes(digest.length > 0 && MessageDigest.isEqual(hmac.doFinal(toSign), expected));
    }

    /** One that was signed without the white space it came with: two signatures are computed. */
    @Benchmark
    public boolean verifySpaced() {
        return yes(
                signer.matches(
                        "POST",
                        Sample.PATH,
                        Sample.TOKEN,
                        spacedBody,
                        Sample.TIMESTAMP,
                        signature));
    }

    /** As an SDK does that parses and writes again for each signature. */
    @Benchmark
    public boolean verifyThroughNewMapper()
            throws JsonProcessingException, GeneralSecurityException {
        String minified = new ObjectMapper().readTree(new String(compact, UTF_8)).toString();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(minified.getBytes(UTF_8));
        Mac mac = Mac.getInstance("HmacSHA512");
        mac.init(new SecretKeySpec(Sample.KEY.reveal().getBytes(UTF_8), "HmacSHA512"));
        String toBeSigned =
                String.join(
                        ":",
                        "POST",
                        Sample.PATH,
                        Sample.TOKEN,
                        HexFormat.of().formatHex(digest),
                        Sample.TIMESTAMP);
        byte[] mine = mac.doFinal(toBeSigned.getBytes(UTF_8));
        return yes(Base64.getEncoder().encodeToString(mine).equals(signature));
    }

    /** Taking white space away, and the digest. */
    @Benchmark
    public byte[] minify() {
        return Digest.SHA_256.of(JsonWhitespace.strip(spaced));
    }

    /** The digest of bytes without white space. */
    @Benchmark
    public byte[] minifyLimit() {
        return sha256.digest(compact);
    }

    private static boolean yes(boolean matches) {
        if (!matches) {
            throw new IllegalStateException("a good signature was refused");
        }
        return true;
    }
}
