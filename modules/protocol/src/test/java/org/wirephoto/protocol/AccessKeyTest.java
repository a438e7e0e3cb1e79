package org.wirephoto.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessKeyTest {
    private static final String NUMBERED = "7ZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZ";

    @RepeatedTest(20)
    void isReadAsItWasWritten() {
        AccessKey key = AccessKey.generate(new Random());

        assertThat(key.text()).matches("[0-7][0-9A-HJKMNP-TV-Z]{25}");
        assertThat(AccessKey.parse(key.text())).hasValue(key);
        assertThat(AccessKey.parse(key.grouped())).hasValue(key);
        assertThat(key.grouped()).hasSize(32).matches("(.{4}-){6}..");
    }

    @Test
    void holdsItsBitsInOrder() {
        AccessKey one = AccessKey.parse("00000000000000000000000001").orElseThrow();
        AccessKey all = AccessKey.parse(NUMBERED).orElseThrow();

        assertThat(one.digest().hex()).isEqualTo("7c3ccd10bb7ec37b46d37926ae6274267f007a34aeaf15c882a715a7f3300529");
        assertThat(all.digest().hex()).isEqualTo("5ac6a5945f16500911219129984ba8b387a06f24fe383ce4e81a73294065461b");
    }

    @Test
    void isReadAsPeopleTypeIt() {
        assertThat(AccessKey.parse(" 7zzz-zzzz zzzz-zzzz-zzzz-zzzz-ZZ\n")).isEqualTo(AccessKey.parse(NUMBERED));
        assertThat(AccessKey.parse("OoIiLl00000000000000000000"))
                .isEqualTo(AccessKey.parse("00111100000000000000000000"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7ZZZZZZZZZZZZZZZZZZZZZZZZ",
                "7ZZZZZZZZZZZZZZZZZZZZZZZZZZ",
                "8ZZZZZZZZZZZZZZZZZZZZZZZZZ",
                "7ZZZZZZZZZZZZZZZZZZZZZZZZU",
                "7ZZZZZZZZZZZZZZZZZZZZZZZZé"
            })
    void isNothingElse(String text) {
        assertThat(AccessKey.parse(text)).isEmpty();
    }

    @Test
    void doesNotTellItsSecret() {
        AccessKey key = AccessKey.parse(NUMBERED).orElseThrow();

        assertThat(key.toString()).doesNotContain("ZZ");
    }

    @Test
    void differsFromOthers() {
        AccessKey key = AccessKey.parse(NUMBERED).orElseThrow();

        assertThat(AccessKey.generate(new Random(1)))
                .isNotEqualTo(key)
                .hasSameHashCodeAs(AccessKey.generate(new Random(1)));
    }
}
