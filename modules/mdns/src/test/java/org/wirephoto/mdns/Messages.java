package org.wirephoto.mdns;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

/** Messages of multicast DNS, written by hand. */
final class Messages {
    private static final int RESPONSE = 0x8400;
    private static final int TTL = 4_000_000;
    private static final int A = 1;
    private static final int PTR = 12;
    private static final int TXT = 16;
    private static final int SRV = 33;
    static final String TYPE = "_wirephoto._tcp.local";
    static final int PORT = 9101;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private int answers;

    /** What a server of a name says of itself, for weeks. */
    static byte[] announcing(String name) throws IOException {
        return new Messages().announce(name).response();
    }

    Messages announce(String name) throws IOException {
        String host = name.replace(' ', '-') + ".local";
        return pointer(TYPE, name + "." + TYPE)
                .server(name + "." + TYPE, host)
                .text(name + "." + TYPE, "v=1")
                .address(host, "192.0.2.1");
    }

    Messages pointer(String name, String alias) throws IOException {
        return record(name, PTR, encoded(alias));
    }

    Messages server(String name, String host) throws IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        raw.write(new byte[] {0, 0, 0, 0, (byte) (PORT >> Byte.SIZE), (byte) PORT});
        raw.write(encoded(host));
        return record(name, SRV, raw.toByteArray());
    }

    Messages text(String name, String text) throws IOException {
        byte[] raw = (" " + text).getBytes(StandardCharsets.UTF_8);
        raw[0] = (byte) text.length();
        return record(name, TXT, raw);
    }

    Messages address(String name, String address) throws IOException {
        return record(name, A, InetAddress.ofLiteral(address).getAddress());
    }

    private Messages record(String name, int type, byte[] raw) throws IOException {
        out.write(encoded(name));
        out.writeShort(type);
        out.writeShort(1);
        out.writeInt(TTL);
        out.writeShort(raw.length);
        out.write(raw);
        answers++;
        return this;
    }

    private static byte[] encoded(String name) throws IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        for (String label : name.split("\\.")) {
            byte[] part = label.getBytes(StandardCharsets.UTF_8);
            raw.write(part.length);
            raw.write(part);
        }
        raw.write(0);
        return raw.toByteArray();
    }

    /** A message with the records as answers. */
    byte[] response() throws IOException {
        return message(RESPONSE, new byte[0], 0, answers, 0);
    }

    /** A question for all that is known of a name, with the records as what the asker knows, or will say. */
    byte[] query(String name, boolean probing) throws IOException {
        ByteArrayOutputStream question = new ByteArrayOutputStream();
        question.write(encoded(name));
        question.write(new byte[] {0, (byte) 255, 0, 1});
        return message(0, question.toByteArray(), 1, probing ? 0 : answers, probing ? answers : 0);
    }

    private byte[] message(int flags, byte[] question, int questions, int known, int authorities) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        DataOutputStream header = new DataOutputStream(whole);
        for (int number : new int[] {0, flags, questions, known, authorities, 0}) {
            header.writeShort(number);
        }
        header.write(question);
        header.write(bytes.toByteArray());
        return whole.toByteArray();
    }

    /** A message as it comes from the network. */
    static DatagramPacket packet(byte[] message) {
        DatagramPacket packet = new DatagramPacket(message, message.length);
        packet.setPort(5353);
        return packet;
    }
}
