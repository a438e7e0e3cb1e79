package org.wirephoto.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.wirephoto.protocol.ImageType;

/** The type of a file by Apache Tika's tables, and the words for the types that are not taken. */
final class ContentType {
    private static final String UNKNOWN = "application/octet-stream";
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("application/pdf", "a PDF document"),
            Map.entry("application/zip", "a ZIP archive"),
            Map.entry("application/gzip", "a compressed archive"),
            Map.entry("application/x-7z-compressed", "a compressed archive"),
            Map.entry("application/x-rar-compressed", "a compressed archive"),
            Map.entry("application/postscript", "a PostScript document"),
            Map.entry("application/rtf", "a text document"),
            Map.entry("application/x-tika-msoffice", "an office document"),
            Map.entry("application/x-elf", "a program"),
            Map.entry("application/x-msdownload", "a program"),
            Map.entry("application/xml", "an XML file"),
            Map.entry("application/xhtml+xml", "a web page"),
            Map.entry("image/svg+xml", "an SVG drawing"),
            Map.entry("image/vnd.adobe.photoshop", "a Photoshop file"),
            Map.entry("image/vnd.microsoft.icon", "an icon"),
            Map.entry("text/html", "a web page"),
            Map.entry(UNKNOWN, "data of no known type"));

    private ContentType() {}

    static TypeVerdict of(byte[] head) throws IOException {
        MediaType type = MimeTypes.getDefaultMimeTypes().detect(new ByteArrayInputStream(head), new Metadata());
        String name = type.getBaseType().toString();
        Optional<ImageType> image = ImageType.ofMediaType(name);
        return image.isPresent() ? new TypeVerdict.Accepted(image.get()) : new TypeVerdict.Unsupported(words(name));
    }

    /** Says what a media type is; the name of a type comes out of Tika's tables, so it is safe to show. */
    private static String words(String name) {
        String known = WORDS.get(name);
        if (known != null) {
            return known;
        }
        if (isRaw(name)) {
            return RawSigns.FOUND;
        }
        return switch (name.substring(0, name.indexOf('/'))) {
            case "video" -> "a video";
            case "audio" -> "a sound recording";
            case "text" -> "a text file";
            case "image" -> "an image of the type " + name;
            default -> "a file of the type " + name;
        };
    }

    private static boolean isRaw(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("image/x-raw-") || lower.startsWith("image/x-canon-");
    }
}
