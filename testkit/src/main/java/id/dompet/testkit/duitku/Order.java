package id.dompet.testkit.duitku;

/** What an accepted inquiry asked for. */
record Order(
        String id,
        long amount,
        Link link,
        boolean useCoins,
        String voucher,
        String productDetails,
        String additionalParam,
        String merchantUserInfo,
        String returnUrl,
        String callbackUrl,
        SignatureScheme scheme) {

    Channel channel() {
        return link.wallet().channel();
    }

    /** Ids of orders are no secret, everything else may be. */
    @Override
    public String toString() {
        return "Order[" + id + "]";
    }
}
