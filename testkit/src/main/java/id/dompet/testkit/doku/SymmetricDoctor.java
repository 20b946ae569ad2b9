package id.dompet.testkit.doku;

import id.dompet.testkit.SimulatorRequest;
import id.dompet.testkit.diagnosis.BodyForms;
import id.dompet.testkit.diagnosis.Digests;
import id.dompet.testkit.diagnosis.Knob;
import id.dompet.testkit.diagnosis.Mistake;
import id.dompet.testkit.diagnosis.SignatureDiagnosis;
import id.dompet.testkit.diagnosis.SignatureSearch;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The signature of everything but token requests: HMAC-SHA512 with the client secret. */
final class SymmetricDoctor {
    private static final String REMEDY =
            "Sign method, path, token, digest of the body and time, joined with colons, with"
                    + " HMAC-SHA512 and the client secret, and write it in base64.";

    private final DokuSettings settings;

    SymmetricDoctor(DokuSettings settings) {
        this.settings = settings;
    }

    static SignatureDiagnosis right(SimulatorRequest request) {
        byte[] body = JsonText.minify(request.text()).getBytes(StandardCharsets.UTF_8);
        return new SignatureDiagnosis(
                List.of(),
                SnapSignatures.stringToSign(
                        target(request),
                        "<access-token>",
                        body,
                        request.header("X-TIMESTAMP").orElse("<X-TIMESTAMP>")),
                "HMAC-SHA512 of that text with the client secret as the key, in base64. The fourth"
                        + " part is the SHA-256 of the minified body in lower-case hexadecimal.");
    }

    List<Mistake> explain(SimulatorRequest request) {
        String given = request.header("X-SIGNATURE").orElse("");
        String time = request.header("X-TIMESTAMP").orElse("");
        Knob<String> digest = digests(request.text());
        Knob<String> path = paths(request);
        Knob<String> token = tokens(request);
        Knob<String> times = TimeForms.of(time);
        Knob<String> method =
                Knob.right("POST")
                        .or("post", "method", "The method is signed in lower case.", REMEDY)
                        .or("GET", "method", "The method is signed as GET.", REMEDY)
                        .or("", "method", "The method is not signed.", REMEDY);
        Knob<String> separator =
                Knob.right(":")
                        .or(
                                "|",
                                "separators",
                                "The parts are joined with bars, as in token requests.",
                                REMEDY)
                        .or(
                                "",
                                "separators",
                                "The parts are joined with nothing between them.",
                                REMEDY);
        Knob<BiFunction<String, String, byte[]>> scheme = schemes();
        Knob<String> key =
                Digests.key(settings.credentials().clientSecret(), "client secret")
                        .or(
                                settings.clientId(),
                                "client-id-as-key",
                                "The key of the signature is the client id.",
                                "Use the client secret as the key.");
        Knob<Function<byte[], String>> writing = Digests.base64();
        if (SnapSignatures.isAsymmetric(
                settings.credentials().merchant().getPublic(), settings.clientId(), time, given)) {
            return List.of(
                    new Mistake(
                            "other-scheme",
                            "This is the signature of a token request, made with the private key"
                                    + " over client id and time.",
                            REMEDY));
        }
        return SignatureSearch.of(
                        digest, path, token, times, key, scheme, writing, method, separator)
                .explain(
                        at -> {
                            String text =
                                    String.join(
                                            at.of(separator),
                                            at.of(method),
                                            at.of(path),
                                            at.of(token),
                                            at.of(digest),
                                            at.of(times));
                            byte[] made = at.of(scheme).apply(at.of(key), text);
                            return at.of(writing).apply(made).equals(given);
                        })
                .orElseGet(() -> List.of(unexplained()));
    }

    /** Bodies in every form, each digested in every way. */
    private static Knob<String> digests(String sent) {
        Knob<String> knob = Knob.right(hex(JsonText.minify(sent))).or(hex(sent), rawBody());
        for (BodyForms.Form form : BodyForms.others(sent)) {
            knob = knob.or(hex(form.text()), form.mistake());
        }
        for (String text : List.of(JsonText.minify(sent), sent)) {
            byte[] sha = Digests.digest("SHA-256", text);
            knob =
                    knob.or(
                                    HexFormat.of().withUpperCase().formatHex(sha),
                                    "digest-of-body",
                                    "The digest of the body is written in upper case.",
                                    digestRemedy())
                            .or(
                                    Base64.getEncoder().encodeToString(sha),
                                    "digest-of-body",
                                    "The digest of the body is written in base64.",
                                    digestRemedy())
                            .or(
                                    text,
                                    "digest-of-body",
                                    "The body itself is signed instead of its digest.",
                                    digestRemedy())
                            .or(
                                    HexFormat.of().formatHex(Digests.digest("SHA-512", text)),
                                    "digest-of-body",
                                    "The digest of the body is SHA-512.",
                                    digestRemedy())
                            .or(
                                    HexFormat.of().formatHex(Digests.digest("MD5", text)),
                                    "digest-of-body",
                                    "The digest of the body is MD5.",
                                    digestRemedy());
        }
        return knob.or("", "body-not-signed", "The body is not signed.", digestRemedy());
    }

    private static Knob<String> paths(SimulatorRequest request) {
        String target = target(request);
        String remedy =
                "Sign the path as it is requested, with the query if there is one: " + target;
        String host = request.header("Host").orElse("");
        Knob<String> knob =
                Knob.right(target)
                        .or(
                                request.path(),
                                "query-not-signed",
                                "The path is signed without its query.",
                                remedy)
                        .or(
                                "http://" + host + target,
                                "whole-address-signed",
                                "The whole address is signed instead of the path.",
                                remedy)
                        .or(
                                "https://" + host + target,
                                "whole-address-signed",
                                "The whole address is signed instead of the path.",
                                remedy)
                        .or(
                                target.substring(1),
                                "path",
                                "The path is signed without its first slash.",
                                remedy)
                        .or(
                                target + "/",
                                "path",
                                "The path is signed with a slash at its end.",
                                remedy)
                        .or(
                                target.toLowerCase(Locale.ROOT),
                                "path",
                                "The path is signed in lower case.",
                                remedy)
                        .or("", "path", "The path is not signed.", remedy);
        if (request.query().isEmpty()) {
            knob =
                    knob.or(
                            request.path() + "?",
                            "path",
                            "The path is signed with a question mark.",
                            remedy);
        }
        for (String other : Routes.signedPaths()) {
            knob =
                    knob.or(
                            other,
                            "other-path",
                            "The path of another call is signed: %s.".formatted(other),
                            remedy);
        }
        for (int cut = target.indexOf('/', 1); cut > 0; cut = target.indexOf('/', cut + 1)) {
            knob =
                    knob.or(
                            target.substring(cut),
                            "path",
                            "Only the end of the path is signed: %s."
                                    .formatted(target.substring(cut)),
                            remedy);
        }
        return knob;
    }

    private static Knob<String> tokens(SimulatorRequest request) {
        String remedy =
                "Sign the merchant's access token as in Authorization, without the word Bearer.";
        String whole = request.header("Authorization").orElse("");
        String customer = BearerToken.customer(request).orElse("");
        return Knob.right(BearerToken.merchant(request).orElse(""))
                .or(
                        whole,
                        "bearer-signed",
                        "The word Bearer is signed together with the token.",
                        remedy)
                .or("", "token-not-signed", "The access token is not signed.", remedy)
                .or(
                        customer,
                        "customer-token-signed",
                        "The customer's token is signed instead of the merchant's.",
                        remedy);
    }

    private static Knob<BiFunction<String, String, byte[]>> schemes() {
        Knob<BiFunction<String, String, byte[]>> knob = Knob.right(Digests.hmac("HmacSHA512"));
        for (String other : List.of("HmacSHA256", "HmacSHA1", "HmacSHA384")) {
            knob =
                    knob.or(
                            Digests.hmac(other),
                            "other-digest",
                            "The signature is an %s.".formatted(other.replace("Hmac", "HMAC-")),
                            REMEDY);
        }
        return knob.or(
                Digests.withKeyAtTheEnd("SHA-512"),
                "other-scheme",
                "The signature is a plain SHA-512 with the secret at the end of the text, not an"
                        + " HMAC.",
                REMEDY);
    }

    private static Mistake rawBody() {
        return new Mistake(
                "body-not-minified",
                "The digest is that of the body with its spaces; the minified body is signed.",
                digestRemedy());
    }

    private static Mistake unexplained() {
        return new Mistake(
                "unexplained",
                "No usual mistake explains this signature: most likely it is made with another"
                        + " client secret, for example the one of another environment, or over other"
                        + " values than the ones sent.",
                "Compare the client secret with the sandbox's, then your text with the one to sign,"
                        + " letter by letter.");
    }

    private static String digestRemedy() {
        return "Digest the minified body with SHA-256, in lower-case hexadecimal.";
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(Digests.digest("SHA-256", text));
    }

    private static String target(SimulatorRequest request) {
        return request.query().isEmpty() ? request.path() : request.path() + "?" + request.query();
    }
}
