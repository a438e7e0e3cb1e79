package org.wirephoto.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Rows of text in aligned columns. */
final class Table {
    private static final String GAP = "  ";
    /** Beyond this a cell pushes its own row, and not every row, to the right. */
    private static final int WIDEST = 40;

    private final Set<Integer> rightAligned;
    private final List<String[]> rows = new ArrayList<>();

    /** A table without rows; the columns of these indexes are aligned to the right. */
    Table(Integer... rightAligned) {
        this.rightAligned = Set.of(rightAligned);
    }

    void row(String... cells) {
        rows.add(cells);
    }

    /** The rows as lines, with no blanks at their ends. */
    List<String> lines() {
        int columns = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                int width = TextWidth.of(row[i]);
                widths[i] = Math.max(widths[i], Math.min(width, WIDEST));
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(String[] row, int[] widths) {
        String[] padded = new String[row.length];
        Arrays.setAll(padded, i -> TextWidth.pad(row[i], widths[i], rightAligned.contains(i)));
        return String.join(GAP, padded).stripTrailing();
    }
}
