package id.dompet.testkit.conformance.defects;

import java.util.List;
import java.util.stream.Stream;

/** Every deliberate fault, group by group. */
final class Defects {
    private Defects() {}

    static List<Defect> all() {
        return Stream.of(
                        PluginDefects.all(),
                        ProcessDefects.all(),
                        BindingDefects.all(),
                        LinkLifeDefects.all(),
                        BalanceDefects.all(),
                        PaymentDefects.all(),
                        PaymentCareDefects.all(),
                        LikenessDefects.all(),
                        StatusDefects.all(),
                        RefundDefects.all(),
                        NotificationDefects.all(),
                        ForgeryDefects.all(),
                        WireDefects.all(),
                        TimeDefects.all(),
                        SecrecyDefects.all(),
                        OwnerDefects.all(),
                        MeaningDefects.all())
                .flatMap(List::stream)
                .toList();
    }
}
