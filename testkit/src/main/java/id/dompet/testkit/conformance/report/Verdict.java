package id.dompet.testkit.conformance.report;

import id.dompet.testkit.conformance.RuleBook;

/**
 * What became of one rule.
 *
 * @param rule which
 * @param result how it came out
 * @param evidence what was tried, or why it did not pass; without secrets
 */
public record Verdict(RuleBook.Entry rule, Result result, String evidence) {}
