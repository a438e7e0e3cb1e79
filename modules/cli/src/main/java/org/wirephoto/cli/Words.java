package org.wirephoto.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.wirephoto.protocol.Role;
import org.wirephoto.protocol.Sort;
import org.wirephoto.protocol.Variant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The protocol's words as values of options: read, listed in the help, and completed by the shell. */
final class Words {
    private Words() {}

    private static <T> T read(String text, Function<String, Optional<T>> reader, Iterable<String> words) {
        return reader.apply(text)
                .orElseThrow(
                        () -> new TypeConversionException("'" + text + "' is none of " + String.join(", ", words)));
    }

    /** The orders of a list. */
    static final class Sorts implements Iterable<String>, ITypeConverter<Sort> {
        @Override
        public Sort convert(String text) {
            return read(text, Sort::of, this);
        }

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Sort.values()).map(Sort::wire).iterator();
        }
    }

    /** The smaller renderings of an image. */
    static final class Variants implements Iterable<String>, ITypeConverter<Variant> {
        @Override
        public Variant convert(String text) {
            return read(text, Variant::of, this);
        }

        @Override
        public Iterator<String> iterator() {
            return Stream.of(Variant.values()).map(Variant::wire).iterator();
        }
    }

    /** The roles that a key can be made for. */
    static final class Roles implements Iterable<String>, ITypeConverter<Role> {
        @Override
        public Role convert(String text) {
            return read(text, word -> Role.of(word).filter(role -> role != Role.CURATOR), this);
        }

        @Override
        public Iterator<String> iterator() {
            return Stream.of(Role.VIEWER, Role.CONTRIBUTOR).map(Role::wire).iterator();
        }
    }
}
