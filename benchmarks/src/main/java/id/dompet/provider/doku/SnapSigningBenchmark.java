package id.dompet.provider.doku;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.dompet.benchmarks.parts.Sample;
import id.dompet.http.Body;
import id.dompet.model.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Signing what goes to DOKU. */
@State(Scope.Benchmark)
public class SnapSigningBenchmark {
    private final SnapJson json = new SnapJson();
    private final SymmetricSigner signer = new SymmetricSigner(Sample.KEY);
    private final AsymmetricSigner rsa =
            new AsymmetricSigner(Sample.RSA.getPrivate(), Sample.RSA.getPublic());
    private final BearerToken token = new BearerToken(Secret.of(Sample.TOKEN));
    private final ObjectMapper mapper = new ObjectMapper();
    private final ObjectNode charge = json.object().setAll(Sample.tree(mapper));
    private final MessageDigest sha256 = Sample.digest("SHA-256");
    private final Mac hmac = Sample.mac("HmacSHA512");
    private final byte[] toSign = SnapSigningBenchmark.stringToSign("0".repeat(64)).getBytes(UTF_8);
    private final byte[] toSignForToken = (Sample.TOKEN + "|" + Sample.TIMESTAMP).getBytes(UTF_8);

    private static String stringToSign(String digest) {
        return String.join(":", "POST", Sample.PATH, Sample.TOKEN, digest, Sample.TIMESTAMP);
    }

    /** The module's way, from a tree to a header: what a charge costs before it is sent. */
    @Benchmark
    public String sign() {
        Body body = json.write(charge);
        return signer.sign("POST", Sample.PATH, token.bytes(), body, Sample.TIMESTAMP);
    }

    /** The least that has to be done: write the tree, SHA-256, HMAC-SHA512, on the same bytes. */
    @Benchmark
    public void signLimit(Blackhole hole) throws JsonProcessingException {
        byte[] body = mapper.writeValueAsBytes(charge);
        hole.consume(sha256.digest(body));
        hole.consume(hmac.doFinal(toSign));
    }

    /** As an SDK does that parses, minifies and serialises for each signature. */
    @Benchmark
    public String signThroughNewMapper() throws JsonProcessingException, GeneralSecurityException {
        String text = new ObjectMapper().writeValueAsString(charge);
        String minified = new ObjectMapper().readTree(text).toString();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(minified.getBytes(UTF_8));
        Mac mac = Mac.getInstance("HmacSHA512");
        mac.init(new SecretKeySpec(Sample.KEY.reveal().getBytes(UTF_8), "HmacSHA512"));
        String toBeSigned = stringToSign(HexFormat.of().formatHex(digest));
        return Base64.getEncoder().encodeToString(mac.doFinal(toBeSigned.getBytes(UTF_8)));
    }

    /** The signature of a token request. */
    @Benchmark
    public String signToken() {
        return rsa.sign(Sample.TOKEN, Sample.TIMESTAMP);
    }

    /** The JDK's RSA on the same bytes, with a key that was parsed before. */
    @Benchmark
    public byte[] signTokenLimit() throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(Sample.RSA.getPrivate());
        signature.update(toSignForToken);
        return signature.sign();
    }
}
