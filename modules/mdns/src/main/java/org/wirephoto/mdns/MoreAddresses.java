package org.wirephoto.mdns;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.jmdns.impl.DNSOutgoing;
import javax.jmdns.impl.DNSRecord;
import javax.jmdns.impl.constants.DNSConstants;
import javax.jmdns.impl.constants.DNSRecordType;

/**
 * The addresses of a host beside the one that JmDNS knows of: wherever JmDNS tells that one they are told too, in the
 * same message, for they are one set (RFC 6762, 10.2). They are records of the last section, put behind what JmDNS
 * wrote, for its own can't be made from here.
 */
final class MoreAddresses {
    private static final int COUNT_OF_ADDITIONALS = 10;
    private static final int CLASS_IN = 1;
    private static final int CACHE_FLUSH = 0x8000;

    private final String host;
    private final List<InetAddress> addresses;

    /** The addresses of {@code host}, which is one label. */
    MoreAddresses(String host, List<InetAddress> addresses) {
        this.host = host;
        this.addresses = List.copyOf(addresses);
    }

    /** The bytes of a message, with the addresses where they belong. */
    byte[] appendTo(DNSOutgoing out) {
        byte[] message = out.data();
        Optional<DNSRecord> told = out.isResponse() ? ofHost(out) : Optional.empty();
        if (addresses.isEmpty() || told.isEmpty()) {
            return message;
        }
        byte[] records = records(told.get().getTTL(), out.isMulticast());
        if (message.length + records.length > DNSConstants.MAX_MSG_TYPICAL) {
            return message;
        }
        ByteBuffer whole = ByteBuffer.allocate(message.length + records.length);
        whole.put(message).put(records);
        int count = whole.getShort(COUNT_OF_ADDITIONALS) + addresses.size();
        return whole.putShort(COUNT_OF_ADDITIONALS, (short) count).array();
    }

    private Optional<DNSRecord> ofHost(DNSOutgoing out) {
        return out.getAllAnswers().stream()
                .filter(record -> Intake.isAddress(record) && record.getName().equalsIgnoreCase(host + ".local."))
                .findFirst();
    }

    private byte[] records(int ttl, boolean multicast) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream records = new DataOutputStream(bytes)) {
            for (InetAddress address : addresses) {
                byte[] raw = address.getAddress();
                label(records, host);
                label(records, "local");
                label(records, "");
                boolean four = raw.length == Integer.BYTES;
                records.writeShort((four ? DNSRecordType.TYPE_A : DNSRecordType.TYPE_AAAA).indexValue());
                records.writeShort(multicast ? CLASS_IN | CACHE_FLUSH : CLASS_IN);
                records.writeInt(ttl);
                records.writeShort(raw.length);
                records.write(raw);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an array takes all", e);
        }
        return bytes.toByteArray();
    }

    private static void label(DataOutputStream records, String label) throws IOException {
        byte[] raw = label.getBytes(StandardCharsets.US_ASCII);
        records.writeByte(raw.length);
        records.write(raw);
    }
}
