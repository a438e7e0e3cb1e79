package org.wirephoto.client;

import java.io.IOException;

/** Has exchanges with the server: each over a connection of the pool, tried again where that may help. */
final class Exchanges {
    private final ConnectionPool pool;
    private final Retry retry;

    Exchanges(ConnectionPool pool, Retry retry) {
        this.pool = pool;
        this.retry = retry;
    }

    /** An exchange, from its request to the last byte of its answer. */
    @FunctionalInterface
    interface Exchange<T> {
        T over(Connection connection) throws IOException, RefusedException;
    }

    /** An exchange that moves an image. */
    @FunctionalInterface
    interface Transfer<T> {
        /**
         * Has the exchange.
         *
         * @param progressed to be run whenever so much was moved that what failed before no longer counts
         */
        T over(Connection connection, Runnable progressed) throws IOException, RefusedException;
    }

    <T> T request(Cancellation cancellation, Exchange<T> exchange) throws IOException, RefusedException {
        return retry.run(cancellation, progressed -> {
            try (var lease = pool.forRequest(cancellation)) {
                return exchange.over(lease.connection());
            }
        });
    }

    <T> T transfer(Cancellation cancellation, Transfer<T> transfer) throws IOException, RefusedException {
        return retry.run(cancellation, progressed -> {
            try (var lease = pool.forTransfer(cancellation)) {
                return transfer.over(lease.connection(), progressed);
            }
        });
    }
}
