package id.dompet.docs.umpama;

/** The example of a signature in Umpama's document. */
public final class UmpamaVector {
    static final String KEY = "9f1c7d3e5b2a4860";
    static final String TIME = "1795143600";
    static final String NONCE = "5f2b8c9d1e3a4f60718293a4b5c6d7e8";
    static final String PATH = "/v1/pushes/get";
    static final String BODY = "ref=order-1";

    private UmpamaVector() {}

    /** As Umpama prints it: computed by the dialect, checked against the module by a test. */
    public static String text() {
        return """
                api-key    %s
                text       POST\\n%s\\n%s\\n%s\\n%s\\n%s
                signature  %s
                """
                .formatted(KEY, PATH, UmpamaDialect.MERCHANT, TIME, NONCE, BODY, signature());
    }

    static String signature() {
        return UmpamaSeal.sign(KEY, "POST", PATH, TIME, NONCE, BODY);
    }
}
