package id.dompet.sandbox.demo;

import id.dompet.model.ProviderId;
import id.dompet.model.Wallet;

/** One journey to be played. */
record Leg(ProviderId provider, Wallet wallet) {}
