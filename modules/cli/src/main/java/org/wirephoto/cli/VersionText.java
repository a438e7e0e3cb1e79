package org.wirephoto.cli;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"wirephoto " + version()};
    }

    /** The version of this program, as the build wrote it into the module. */
    static String version() {
        @Nullable ModuleDescriptor descriptor = VersionText.class.getModule().getDescriptor();
        return Optional.ofNullable(descriptor)
                .flatMap(ModuleDescriptor::rawVersion)
                .orElse("unknown");
    }
}
