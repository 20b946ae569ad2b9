package id.dompet.testkit.conformance.rules;

import org.junit.jupiter.api.Test;

/** Runs two small suites in a JVM of its own, and prints what JUnit showed. */
final class UnderJUnit6 {
    private UnderJUnit6() {}

    public static void main(String[] none) {
        System.out.println("JUnit " + Test.class.getPackage().getImplementationVersion());
        print(Launched.all(RuleFailureTest.FailingSuite.class));
        print(Launched.all(WaiversTest.WaivingSuite.class));
    }

    private static void print(Launched launched) {
        launched.rules().forEach(System.out::println);
        System.out.println("problem: " + launched.problem());
    }
}
