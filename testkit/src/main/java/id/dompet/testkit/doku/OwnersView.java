package id.dompet.testkit.doku;

import id.dompet.testkit.simulated.SimulatedWallet;

/** A wallet as its owner sees it, for the suite. */
record OwnersView(DokuWallet wallet) implements SimulatedWallet {
    @Override
    public void cash(long rupiah) {
        DokuWallet unused = wallet.balance(rupiah);
    }

    @Override
    public long cash() {
        return wallet.cash();
    }

    @Override
    public void points(long points) {
        DokuWallet unused = wallet.points(points);
    }

    @Override
    public void unlinkInApp() {
        wallet.unlinkInApp();
    }
}
