/**
 * DOKU SNAP: OVO, Allo and CIMB linked and charged, DANA and ShopeePay by redirect. The protocol is
 * that of developers.doku.com (SNAP: get token, signature component, e-wallet, direct debit) and,
 * where these pages are silent, of the standard they implement, Bank Indonesia's SNAP as published
 * by ASPI. Two generations of paths exist: today's ({@code core-v1}) and that of the archived page
 * "OVO Open API" ({@code ovo-v1.0}).
 */
@NullMarked
package id.dompet.provider.doku;

import org.jspecify.annotations.NullMarked;
