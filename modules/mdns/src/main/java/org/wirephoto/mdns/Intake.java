package org.wirephoto.mdns;

import java.io.IOException;
import java.net.DatagramPacket;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.jmdns.impl.DNSCache;
import javax.jmdns.impl.DNSEntry;
import javax.jmdns.impl.DNSIncoming;
import javax.jmdns.impl.DNSRecord;
import javax.jmdns.impl.constants.DNSRecordType;
import org.wirephoto.protocol.Announcement;

/**
 * What JmDNS gets to hear of all that comes from a network: what concerns servers of Wirephoto, but for what its own
 * program says, and so much that is new and no more. JmDNS itself has no bound: whoever is on the network could fill its
 * memory. Called on the thread that listens, but for {@link #isFull}.
 */
final class Intake {
    /** Some 500 servers, with all their records. */
    static final int MOST_RECORDS = 4096;

    private static final int MOST_BYTES = 4 << 20;

    private static final String TYPES = "_services._dns-sd._udp.local.";

    private final String host;
    private final int mostRecords;
    private final int mostBytes;
    private final Counted cache = new Counted();
    private final Set<String> hosts = new HashSet<>();
    private int known;
    private int last;
    private int bytes;
    private volatile boolean full;

    /** The intake of a program that calls this machine {@code host}. */
    Intake(String host) {
        this(host, MOST_RECORDS, MOST_BYTES);
    }

    Intake(String host, int mostRecords, int mostBytes) {
        this.mostRecords = mostRecords;
        this.mostBytes = mostBytes;
        this.host = host.toLowerCase(Locale.ROOT) + ".local.";
    }

    /** Where JmDNS has to keep what it takes in. */
    DNSCache cache() {
        return cache;
    }

    /** Whether nothing more is taken. */
    boolean isFull() {
        return full;
    }

    /**
     * Whether JmDNS is to hear this.
     *
     * @param types how many types of services it has heard of
     */
    boolean takes(DatagramPacket packet, int types) {
        count(types);
        if (full) {
            return false;
        }
        try {
            DNSIncoming message = new DNSIncoming(packet);
            boolean taken = message.isQuery() ? isWanted(message) : isNews(message);
            last = taken ? packet.getLength() : 0;
            return taken;
        } catch (IOException e) {
            return false; // JmDNS would only write that it can't be read, and anyone can have it write that
        }
    }

    /** What came of the message before is known only now. */
    private void count(int types) {
        int now = cache.added.get() + hosts.size() + types;
        bytes += now > known ? last : 0;
        known = Math.max(now, known);
        full = full || known > mostRecords || bytes > mostBytes;
    }

    /** A question for this machine, or for servers; a probe of theirs, too. */
    private boolean isWanted(DNSIncoming query) {
        return query.getQuestions().stream().anyMatch(question -> isOurs(question) || names(question, TYPES))
                && !isOwn(query.getAuthorities());
    }

    private boolean isOurs(DNSEntry entry) {
        return entry.getKey().endsWith(Announcement.SERVICE) || names(entry, host);
    }

    /** Of servers, or of the hosts that they are on. */
    private boolean isNews(DNSIncoming response) {
        Collection<DNSRecord> records = response.getAllAnswers();
        if (isOwn(records)) {
            return false;
        }
        records.stream()
                .filter(record -> record.getTTL() > 0 && isServer(record))
                .forEach(record -> hosts.add(target(record)));
        return records.stream()
                .anyMatch(record -> record.getKey().endsWith(Announcement.SERVICE)
                        || (isAddress(record) && hosts.contains(record.getKey())));
    }

    /** Whether this program said that, here or at another place. */
    private boolean isOwn(Collection<? extends DNSRecord> records) {
        return records.stream()
                .anyMatch(record -> (isAddress(record) && names(record, host))
                        || (isServer(record) && target(record).equals(host)));
    }

    private static boolean isServer(DNSRecord record) {
        return record.getRecordType() == DNSRecordType.TYPE_SRV
                && record.getKey().endsWith(Announcement.SERVICE);
    }

    private static String target(DNSRecord record) {
        return record.getServiceInfo().getServer().toLowerCase(Locale.ROOT);
    }

    static boolean isAddress(DNSRecord record) {
        return record.getRecordType() == DNSRecordType.TYPE_A || record.getRecordType() == DNSRecordType.TYPE_AAAA;
    }

    private static boolean names(DNSEntry entry, String name) {
        return entry.getKey().equals(name);
    }

    /** Counts what it was ever given, for what is forgotten here JmDNS may still hold elsewhere. */
    private static final class Counted extends DNSCache {
        private static final long serialVersionUID = 1;

        private final transient AtomicInteger added = new AtomicInteger();

        @Override
        public boolean addDNSEntry(DNSEntry entry) {
            added.incrementAndGet();
            return super.addDNSEntry(entry);
        }

        @Override
        public boolean replaceDNSEntry(DNSEntry now, DNSEntry before) {
            added.incrementAndGet();
            return super.replaceDNSEntry(now, before);
        }
    }
}
