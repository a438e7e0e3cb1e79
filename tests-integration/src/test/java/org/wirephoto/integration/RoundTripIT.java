package org.wirephoto.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirephoto.protocol.ImageType;
import org.wirephoto.protocol.Line;
import org.wirephoto.testkit.TestImage;
import org.wirephoto.testkit.TestImages;

/** Images of every accepted type come back byte for byte, after a restart too. */
class RoundTripIT {
    private static final int LEAST = 40;

    @Test
    void everyTypeComesBackByteForByteAndOutlivesARestart(@TempDir Path data) throws IOException {
        Map<String, byte[]> images = images();
        assertThat(images).hasSizeGreaterThanOrEqualTo(LEAST);
        try (ServerProcess server = ServerProcess.start(data);
                RawConnection peer = RawConnection.to(server)) {
            Set<ImageType> seen = EnumSet.noneOf(ImageType.class);
            for (Map.Entry<String, byte[]> image : images.entrySet()) {
                Line reply = peer.save(image.getKey(), image.getValue());
                assertThat(reply.command()).as("%s: %s", image.getKey(), reply).isEqualTo("ok");
                seen.add(ImageType.ofMediaType(reply.attribute("type").orElseThrow())
                        .orElseThrow());
            }
            assertThat(seen).isEqualTo(EnumSet.allOf(ImageType.class));
            check(peer, images);
            assertThat(server.stop()).isZero();
        }
        try (ServerProcess server = ServerProcess.start(data);
                RawConnection peer = RawConnection.to(server)) {
            check(peer, images);
        }
    }

    private static void check(RawConnection peer, Map<String, byte[]> images) throws IOException {
        Line list = peer.ask("list,N/A,N/A");
        assertThat(list.attribute("count")).hasValue(Integer.toString(images.size()));
        assertThat(list.attribute("total")).hasValue(Integer.toString(images.size()));
        Set<String> names = new String(peer.body(list), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split(",", -1)[1])
                .collect(Collectors.toSet());
        assertThat(names).isEqualTo(images.keySet());
        for (Map.Entry<String, byte[]> image : images.entrySet()) {
            assertThat(peer.fetch(image.getKey())).as(image.getKey()).isEqualTo(image.getValue());
        }
    }

    private static Map<String, byte[]> images() {
        Map<String, byte[]> images = new LinkedHashMap<>();
        for (TestImage image : TestImages.accepted()) {
            images.put(image.name(), image.bytes());
        }
        for (int seed = 1; images.size() < LEAST; seed++) {
            for (ImageType type : ImageType.values()) {
                String name = "extra-" + type.name().toLowerCase(java.util.Locale.ROOT) + "-" + seed + "."
                        + type.extensions().getFirst();
                images.put(name, TestImages.of(type, seed));
            }
        }
        return images;
    }
}
