package org.wirephoto.testkit;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** EXIF data, as it lies in JPEG, PNG, WebP and HEIF files. */
final class ExifBytes {
    static final int ORIENTATION = 0x0112;
    private static final int MAKE = 0x010F;
    private static final int EXIF_DIRECTORY = 0x8769;
    private static final int GPS_DIRECTORY = 0x8825;
    private static final int GPS_LATITUDE_REFERENCE = 0x0001;
    private static final int GPS_AREA = 0x001C;
    private static final int DATE_TIME_ORIGINAL = 0x9003;
    private static final int ZONE_ORIGINAL = 0x9011;
    private static final int SUB_SECONDS_ORIGINAL = 0x9291;

    private ExifBytes() {}

    static byte[] oriented(int orientation) {
        TiffBytes tiff = new TiffBytes(ByteOrder.BIG_ENDIAN);
        return tiff.finish(tiff.directory(List.of(tiff.ofShorts(ORIENTATION, orientation))));
    }

    /** With the camera's time, such as {@code 2024:07:14 18:30:05} and its fraction {@code 25}. */
    static byte[] taken(int orientation, String time, String fraction) {
        return taken(orientation, time, fraction, "");
    }

    /** The same with the camera's zone, such as {@code +02:00}. */
    static byte[] taken(int orientation, String time, String fraction, String zone) {
        TiffBytes tiff = new TiffBytes(ByteOrder.LITTLE_ENDIAN);
        List<TiffBytes.Tag> exif = new ArrayList<>();
        exif.add(tiff.ofText(DATE_TIME_ORIGINAL, time));
        if (!fraction.isEmpty()) {
            exif.add(tiff.ofText(SUB_SECONDS_ORIGINAL, fraction));
        }
        if (!zone.isEmpty()) {
            exif.add(tiff.ofText(ZONE_ORIGINAL, zone));
        }
        int exifAt = tiff.directory(exif);
        return tiff.finish(tiff.directory(List.of(
                tiff.ofText(MAKE, "Wirephoto"),
                tiff.ofShorts(ORIENTATION, orientation),
                tiff.ofLongs(EXIF_DIRECTORY, exifAt))));
    }

    /** With a place, as telephones write it down. */
    static byte[] placed(String area) {
        TiffBytes tiff = new TiffBytes(ByteOrder.LITTLE_ENDIAN);
        int gps = tiff.directory(List.of(tiff.ofText(GPS_LATITUDE_REFERENCE, "N"), tiff.ofText(GPS_AREA, area)));
        return tiff.finish(tiff.directory(List.of(tiff.ofLongs(GPS_DIRECTORY, gps))));
    }
}
