package org.wirephoto.server;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/** A socket whose output can be held back, to be let go in pieces: what a network does to the records of TLS. */
final class HeldSocket extends Socket {
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private volatile boolean holding;

    /** From now on nothing goes out. */
    void hold() {
        holding = true;
    }

    /** How much would have gone out. */
    int holds() {
        return held.size();
    }

    /** What would have gone out; from now on it does again. */
    byte[] take() {
        byte[] bytes = held.toByteArray();
        held.reset();
        holding = false;
        return bytes;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new FilterOutputStream(super.getOutputStream()) {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (holding) {
                    held.write(bytes, offset, length);
                } else {
                    out.write(bytes, offset, length);
                }
            }
        };
    }
}
