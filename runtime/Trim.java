import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.classfile.attribute.ModulePackagesAttribute;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Leaves packages of a jar out, and what its descriptor says of them, and with that its signature. Run by link.xml on
 * the copies that are linked, as {@code Trim REGEX JAR...}, with an expression that a whole package name has to match.
 */
class Trim {
    /** As project.build.outputTimestamp does: the same jar each time. */
    static final FileTime NO_TIME = FileTime.fromMillis(0);

    static final Pattern VERSIONED = Pattern.compile("META-INF/versions/\\d+/");
    static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");

    final Pattern unwanted;

    Trim(Pattern unwanted) {
        this.unwanted = unwanted;
    }

    public static void main(String[] arguments) throws IOException {
        Trim trim = new Trim(Pattern.compile(arguments[0]));
        for (int i = 1; i < arguments.length; i++) {
            trim.jar(Path.of(arguments[i]));
        }
    }

    void jar(Path jar) throws IOException {
        Path trimmed = Files.createTempFile(jar.getParent(), "trimmed", ".tmp");
        try (JarFile from = new JarFile(jar.toFile(), false);
                OutputStream file = Files.newOutputStream(trimmed);
                ZipOutputStream to = new ZipOutputStream(file)) {
            for (JarEntry entry : from.stream().toList()) {
                if (!entry.isDirectory() && isWanted(entry.getName())) {
                    ZipEntry copy = new ZipEntry(entry.getName());
                    copy.setLastModifiedTime(NO_TIME);
                    to.putNextEntry(copy);
                    write(from, entry, to);
                    to.closeEntry();
                }
            }
        }
        Files.move(trimmed, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    boolean isWanted(String entry) {
        String path = VERSIONED.matcher(entry).replaceFirst("");
        int end = path.lastIndexOf('/');
        return !SIGNATURE.matcher(entry).matches() && (end < 0 || isWantedPackage(path.substring(0, end)));
    }

    boolean isWantedPackage(String name) {
        return !unwanted.matcher(name.replace('/', '.')).matches();
    }

    void write(JarFile from, JarEntry entry, OutputStream to) throws IOException {
        if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
            // The rest of it is digests of entries, for the signature.
            Manifest manifest = new Manifest();
            manifest.getMainAttributes().putAll(from.getManifest().getMainAttributes());
            manifest.write(to);
            return;
        }
        byte[] bytes = from.getInputStream(entry).readAllBytes();
        to.write(entry.getName().endsWith("module-info.class") ? descriptor(bytes) : bytes);
    }

    byte[] descriptor(byte[] bytes) {
        ClassFile compiler = ClassFile.of();
        ClassTransform transform = (builder, element) -> {
            switch (element) {
                case ModuleAttribute module -> builder.with(without(module));
                case ModulePackagesAttribute packages ->
                    builder.with(ModulePackagesAttribute.of(packages.packages().stream()
                            .filter(entry -> isWantedPackage(entry.name().stringValue()))
                            .toList()));
                default -> builder.with(element);
            }
        };
        return compiler.transformClass(compiler.parse(bytes), transform);
    }

    ModuleAttribute without(ModuleAttribute module) {
        return ModuleAttribute.of(
                module.moduleName(),
                module.moduleFlagsMask(),
                module.moduleVersion().orElse(null),
                module.requires(),
                module.exports().stream()
                        .filter(one -> isWantedPackage(one.exportedPackage().name().stringValue()))
                        .toList(),
                module.opens().stream()
                        .filter(one -> isWantedPackage(one.openedPackage().name().stringValue()))
                        .toList(),
                module.uses(),
                module.provides().stream()
                        .filter(one -> one.providesWith().stream()
                                .allMatch(type -> isWantedPackage(packageOf(type.asInternalName()))))
                        .toList());
    }

    static String packageOf(String type) {
        return type.substring(0, type.lastIndexOf('/'));
    }
}
