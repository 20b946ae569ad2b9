package id.dompet.testkit.conformance.rules;

import id.dompet.testkit.conformance.Rule;
import id.dompet.testkit.conformance.RuleBook;
import java.util.Comparator;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/** Rules by their numbers, then whatever else a class tests. */
final class RuleOrder implements MethodOrderer {
    @Override
    public void orderMethods(MethodOrdererContext context) {
        context.getMethodDescriptors().sort(Comparator.comparing(RuleOrder::id, RuleBook.BY_ID));
    }

    private static String id(MethodDescriptor method) {
        return method.findAnnotation(Rule.class).map(Rule::id).orElse("");
    }
}
