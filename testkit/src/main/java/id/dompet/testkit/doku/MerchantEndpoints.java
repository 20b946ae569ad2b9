package id.dompet.testkit.doku;

import java.net.URI;

/**
 * Where a merchant wants DOKU to call, as registered in DOKU's back office.
 *
 * @param token where DOKU gets the merchant's token from
 * @param payment where payment notifications go
 * @param binding where binding notifications go
 */
public record MerchantEndpoints(URI token, URI payment, URI binding) {}
