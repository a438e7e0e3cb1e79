package org.wirephoto.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.File;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows that point down only, and who alone may see which library. */
class ArchitectureTest {
    private static final String OURS = "org.wirephoto.";

    /** Module to the modules that it may use; whoever is not in here may not be used at all. */
    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "protocol", Set.of(),
            "media", Set.of("protocol"),
            "storage", Set.of("protocol"),
            "library", Set.of("protocol", "storage", "media"),
            "mdns", Set.of("protocol"),
            "server", Set.of("protocol", "library", "mdns"),
            "client", Set.of("protocol", "mdns"),
            "cli", Set.of("protocol", "client"),
            "desktop", Set.of("protocol", "client"));

    private static final List<ModuleDescriptor> MODULES = modules();

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ArchitectureTest::isShipped)
            .importPackages("org.wirephoto");

    private static boolean isShipped(Location location) {
        return !location.contains("/test-classes/")
                && !location.contains("/testkit/")
                && !location.contains("wirephoto-testkit");
    }

    private static List<ModuleDescriptor> modules() {
        Path[] entries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("wirephoto") || entry.endsWith("classes"))
                .map(Path::of)
                .toArray(Path[]::new);
        return ModuleFinder.of(entries).findAll().stream()
                .map(ModuleReference::descriptor)
                .filter(module -> module.name().startsWith(OURS))
                .filter(module -> !module.name().equals(OURS + "testkit"))
                .toList();
    }

    private static String shortName(ModuleDescriptor module) {
        return module.name().substring(OURS.length());
    }

    @Test
    void everyModuleIsLookedAt() {
        assertThat(MODULES).extracting(ArchitectureTest::shortName).containsAll(MAY_USE.keySet());
        assertThat(MAY_USE.keySet())
                .allSatisfy(module -> assertThat(CLASSES.stream())
                        .anyMatch(type -> type.getPackageName().equals(OURS + module)));
    }

    @Nested
    class Code {
        static final List<String> PRESENT = List.copyOf(MAY_USE.keySet());

        @ParameterizedTest
        @FieldSource("PRESENT")
        void usesOnlyWhatStandsBelowIt(String module) {
            List<String> allowed = new ArrayList<>(List.of(OURS + module + ".."));
            MAY_USE.get(module).forEach(below -> allowed.add(OURS + below + ".."));
            noClasses()
                    .that(resideInAPackage(OURS + module + ".."))
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage(OURS + ".").and(resideOutsideOfPackages(allowed.toArray(String[]::new))))
                    .check(CLASSES);
        }

        @ParameterizedTest
        @CsvSource({
            "org.apache.tika..,              media",
            "com.drew..,                     media",
            "com.twelvemonkeys..,            media",
            "javax.imageio..,                media",
            "java.awt..,                     media desktop",
            "java.sql..,                     storage",
            "org.sqlite..,                   storage",
            "picocli..,                      cli server",
            "org.bouncycastle..,             server",
            "com.google.zxing..,             cli desktop server",
            "javax.jmdns..,                  client mdns server",
            "javafx..,                       desktop",
            "org.controlsfx..,               desktop",
            "org.kordamp.ikonli..,           desktop",
            "org.apache.logging.log4j.core.., nobody",
            "org.slf4j..,                    nobody",
            "java.util.logging..,            nobody",
        })
        void leavesALibraryToItsOwner(String library, String owners) {
            String[] homes = Arrays.stream(owners.split(" "))
                    .map(owner -> OURS + owner + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that(resideOutsideOfPackages(homes))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(library))
                    .check(CLASSES);
        }

        @Test
        void hasNoCyclesBetweenPackages() {
            slices().matching("org.wirephoto.(**)").should().beFreeOfCycles().check(CLASSES);
        }

        @Test
        void hasNoPackageThatSaysNothing() {
            noClasses()
                    .that(alwaysTrue())
                    .should()
                    .resideInAnyPackage(
                            "..impl..",
                            "..util..",
                            "..utils..",
                            "..helper..",
                            "..helpers..",
                            "..support..",
                            "..common..")
                    .check(CLASSES);
        }
    }

    @Nested
    class Descriptors {
        static List<ModuleDescriptor> all() {
            return MODULES;
        }

        @ParameterizedTest
        @MethodSource("all")
        void requireOnlyWhatStandsBelowThem(ModuleDescriptor module) {
            assertThat(module.requires().stream()
                            .map(ModuleDescriptor.Requires::name)
                            .filter(name -> name.startsWith(OURS))
                            .map(name -> name.substring(OURS.length())))
                    .isSubsetOf(MAY_USE.getOrDefault(shortName(module), Set.of()));
        }

        @ParameterizedTest
        @MethodSource("all")
        void exportAtMostThePackageOfTheirName(ModuleDescriptor module) {
            assertThat(module.exports())
                    .extracting(ModuleDescriptor.Exports::source)
                    .isSubsetOf(module.name());
        }

        @ParameterizedTest
        @MethodSource("all")
        void areClosed(ModuleDescriptor module) {
            assertThat(module.isOpen()).isFalse();
            assertThat(module.opens()).allMatch(ModuleDescriptor.Opens::isQualified, "is opened to named modules only");
        }
    }
}
