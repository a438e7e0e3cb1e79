package org.wirephoto.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wirephoto.protocol.Command;
import org.wirephoto.protocol.Digest;
import org.wirephoto.protocol.ErrorCode;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.testkit.TestImage;
import org.wirephoto.testkit.TestImages;

/** Of two faults in one save the one that stands first on the protocol's page is told. */
class SaveOrderTest extends LibraryFixture {
    private static final long MOST = 1_000_000;
    private static final Digest OTHER = new Digest("0".repeat(64));

    /** A save that somebody tries. */
    record Attempt(
            Caller caller, String name, long size, boolean replace, Optional<Digest> ifDigest, boolean roomless) {
        static Attempt good() {
            return new Attempt(ALICE, "new.png", TWO.length, false, Optional.empty(), false);
        }

        Attempt by(Caller other) {
            return new Attempt(other, name, size, replace, ifDigest, roomless);
        }

        Attempt called(String other) {
            return new Attempt(caller, other, size, replace, ifDigest, roomless);
        }

        Attempt of(long bytes) {
            return new Attempt(caller, name, bytes, replace, ifDigest, roomless);
        }

        Attempt replacing() {
            return new Attempt(caller, name, size, true, ifDigest, roomless);
        }

        Attempt ifDigest(Digest digest) {
            return new Attempt(caller, name, size, replace, Optional.of(digest), roomless);
        }

        Attempt withoutRoom() {
            return new Attempt(caller, name, size, replace, ifDigest, true);
        }
    }

    /** What is wrong before the bytes come, in the page's order. {@code taken.png} is Bob's, {@code own.png} Alice's. */
    enum Before {
        ROLE(ErrorCode.NOT_ALLOWED, attempt -> attempt.by(VIEWER)),
        NAME(ErrorCode.NAME_MISSING, attempt -> attempt.called(".png")),
        SIZE(ErrorCode.SIZE_MISSING, attempt -> attempt.of(0)),
        LARGE(ErrorCode.TOO_LARGE, attempt -> attempt.of(MOST + 1)),
        TAKEN(ErrorCode.ALREADY_EXISTS, attempt -> attempt.called("taken.png")),
        OWNER(ErrorCode.NOT_ALLOWED, attempt -> attempt.called("taken.png").replacing()),
        CONDITION(
                ErrorCode.CHANGED,
                attempt -> attempt.called(attempt.name().equals("new.png") ? "own.png" : attempt.name())
                        .replacing()
                        .ifDigest(OTHER)),
        QUOTA(ErrorCode.QUOTA_EXCEEDED, attempt -> attempt.of(MOST - 1)),
        STORAGE(ErrorCode.STORAGE_FULL, Attempt::withoutRoom);

        final ErrorCode code;
        final UnaryOperator<Attempt> fault;

        Before(ErrorCode code, UnaryOperator<Attempt> fault) {
            this.code = code;
            this.fault = fault;
        }

        /** Whether two faults change different things of a save, so that both can be there. */
        boolean goesWith(Before later) {
            boolean sizes = List.of(SIZE, LARGE, QUOTA).containsAll(List.of(this, later));
            boolean names = List.of(NAME, TAKEN, OWNER, CONDITION).containsAll(List.of(this, later))
                    && !(this == OWNER && later == CONDITION);
            return !sizes && !names;
        }
    }

    private static <T extends Enum<T>> List<List<T>> pairs(T[] all) {
        List<List<T>> pairs = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            for (int j = i; j < all.length; j++) {
                pairs.add(List.of(all[i], all[j]));
            }
        }
        return pairs;
    }

    @Test
    void tellsTheFirstOfTwoFaultsBeforeTheBytes() throws Exception {
        reopen(LibrarySettings.defaults()
                .withMaxFilesize(MOST)
                .withQuota(MOST - 2)
                .withDiskReserve(0));
        save(BOB, "taken.png", ONE);
        save(ALICE, "own.png", THREE);
        int tried = 0;
        for (List<Before> faults : pairs(Before.values())) {
            Before first = faults.get(0);
            Before second = faults.get(1);
            if (first == second || first.goesWith(second)) {
                // The later one first: where both change the name, as ownership and condition do, the earlier has it.
                Attempt attempt = second.fault.apply(Attempt.good());
                assertBegun(first == second ? attempt : first.fault.apply(attempt), faults);
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(30);
    }

    private void assertBegun(Attempt attempt, List<Before> faults) throws Exception {
        disk.leaveFree(attempt.roomless() ? 0 : 100 * MOST);
        Command.Save request = new Command.Save(
                attempt.name(),
                OptionalLong.of(attempt.size()),
                Optional.of(digest(TWO)),
                attempt.replace(),
                attempt.ifDigest());
        RefusedException refused = refusal(() -> library.begin(attempt.caller(), request));
        assertThat(refused.code()).as("%s", faults).isEqualTo(faults.getFirst().code);
    }

    /** What is wrong with the bytes, in the page's order. */
    enum Bytes {
        TYPE(ErrorCode.TYPE_UNSUPPORTED),
        EXTENSION(ErrorCode.EXTENSION_MISMATCH),
        UNREADABLE(ErrorCode.IMAGE_UNREADABLE),
        PIXELS(ErrorCode.IMAGE_TOO_LARGE),
        DIGEST(ErrorCode.DIGEST_MISMATCH),
        FASTER(ErrorCode.ALREADY_EXISTS);

        final ErrorCode code;

        Bytes(ErrorCode code) {
            this.code = code;
        }

        static boolean canMeet(Bytes one, Bytes other) {
            List<Bytes> contents = List.of(TYPE, UNREADABLE, PIXELS);
            boolean typeless = one == TYPE && other == EXTENSION;
            return one == other || (!typeless && !(contents.contains(one) && contents.contains(other)));
        }
    }

    @Test
    void tellsTheFirstOfTwoFaultsOfTheBytes() throws Exception {
        int tried = 0;
        for (List<Bytes> faults : pairs(Bytes.values())) {
            if (Bytes.canMeet(faults.get(0), faults.get(1))) {
                assertReceived(faults, "new" + tried);
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(15);
        assertThat(files("incoming")).as("files of uploads that are left").isZero();
    }

    private void assertReceived(List<Bytes> faults, String stem) throws Exception {
        TestImage sample = sample(faults);
        byte[] bytes = sample.bytes();
        String ending = sample.name().substring(sample.name().lastIndexOf('.') + 1);
        String name = stem + "." + (faults.contains(Bytes.EXTENSION) ? "webp" : ending);
        Digest digest = faults.contains(Bytes.DIGEST) ? OTHER : digest(bytes);
        Command.Save request =
                new Command.Save(name, OptionalLong.of(bytes.length), Optional.of(digest), false, Optional.empty());
        try (Incoming incoming = begin(ALICE, request)) {
            if (faults.contains(Bytes.FASTER)) {
                saveUnder(name);
            }
            RefusedException refused = refusal(() -> {
                incoming.write(ByteBuffer.wrap(bytes));
                incoming.finish();
            });
            assertThat(refused.code()).as("%s", faults).isEqualTo(faults.getFirst().code);
        }
        if (faults.contains(Bytes.FASTER)) {
            assertThat(fetch(name)).isNotEqualTo(bytes);
        } else {
            assertThat(names()).doesNotContain(name);
        }
    }

    /** Another image of a type that goes with the name. */
    private void saveUnder(String name) throws Exception {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        ImageType type = Arrays.stream(ImageType.values())
                .filter(one -> one.takes(ending))
                .findFirst()
                .orElseThrow();
        save(BOB, name, TestImages.of(type, name.hashCode()));
    }

    private static TestImage sample(List<Bytes> faults) {
        return Stream.concat(TestImages.refused().stream(), TestImages.accepted().stream())
                .filter(file -> file.refusal()
                        .map(code -> isWanted(code, faults))
                        .orElse(file.name().endsWith(".png")))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isWanted(ErrorCode code, List<Bytes> faults) {
        return Stream.of(Bytes.TYPE, Bytes.UNREADABLE, Bytes.PIXELS)
                .anyMatch(fault -> faults.contains(fault) && fault.code == code);
    }
}
