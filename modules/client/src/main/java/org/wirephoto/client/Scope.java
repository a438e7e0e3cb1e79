package org.wirephoto.client;

/** One call of a method: it ends with its caller's cancellation and with the client, whichever comes first. */
final class Scope implements AutoCloseable {
    private final Cancellation either = new Cancellation();
    private final Cancellation.Hook first;
    private final Cancellation.Hook second;

    Scope(Cancellation client, Cancellation caller) {
        first = client.onCancel(either::cancel);
        second = caller.onCancel(either::cancel);
    }

    Cancellation cancellation() {
        return either;
    }

    /** The caller's control over this call, which the client has a part in. */
    TransferControl of(TransferControl control) {
        return new TransferControl(control.progress(), either);
    }

    @Override
    public void close() {
        first.close();
        second.close();
    }
}
