package id.dompet.ledger.memory;

import id.dompet.ledger.store.LinkStore;
import id.dompet.model.Binding;
import id.dompet.model.ProviderId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Each method is atomic, as a transaction is. */
public final class MemoryLinkStore implements LinkStore {
    private final Map<String, AttemptRow> attempts = new LinkedHashMap<>();
    private final Map<String, Binding> bindings = new LinkedHashMap<>();
    private final Set<String> ended = new HashSet<>();

    /** An empty store. */
    public MemoryLinkStore() {}

    @Override
    public synchronized void save(AttemptRow attempt) {
        attempts.put(attempt.key(), attempt);
    }

    @Override
    public synchronized Optional<AttemptRow> attempt(String key) {
        return Optional.ofNullable(attempts.get(key));
    }

    @Override
    public synchronized Optional<AttemptRow> attemptOf(String reference) {
        return attempts.values().stream()
                .filter(attempt -> attempt.reference().equals(reference))
                .reduce((earlier, later) -> later);
    }

    @Override
    public synchronized void bound(Binding binding, String attemptKey) {
        if (!ended.contains(binding.id())) {
            bindings.putIfAbsent(binding.id(), binding);
        }
        attempts.remove(attemptKey);
    }

    @Override
    public synchronized void forget(String attemptKey) {
        attempts.remove(attemptKey);
    }

    @Override
    public synchronized List<Binding> bindingsOf(String customerReference) {
        return bindings.values().stream()
                .filter(binding -> binding.customerReference().equals(customerReference))
                .sorted(Comparator.comparing(Binding::boundAt).thenComparing(Binding::id))
                .toList();
    }

    @Override
    public synchronized Optional<Binding> binding(String id) {
        return Optional.ofNullable(bindings.get(id));
    }

    @Override
    public synchronized void ended(String bindingId, Instant at) {
        if (bindings.remove(bindingId) != null) {
            ended.add(bindingId);
        }
    }

    @Override
    public synchronized boolean knows(String bindingId) {
        return bindings.containsKey(bindingId) || ended.contains(bindingId);
    }

    @Override
    public synchronized boolean hasEnded(String bindingId) {
        return ended.contains(bindingId);
    }

    @Override
    public synchronized Set<ProviderId> providersInUse() {
        return bindings.values().stream().map(Binding::provider).collect(Collectors.toSet());
    }

    @Override
    public synchronized int purgeAttempts(Instant endedBefore) {
        int before = attempts.size();
        attempts.values().removeIf(attempt -> attempt.until().isBefore(endedBefore));
        return before - attempts.size();
    }
}
