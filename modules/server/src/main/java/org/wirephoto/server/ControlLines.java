package org.wirephoto.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.wirephoto.library.Finding;
import org.wirephoto.library.MaintenanceListener.Progress;
import org.wirephoto.protocol.Line;

/** What a server says over its control socket while it does a piece of maintenance. */
final class ControlLines {
    static final String PROGRESS = "progress";
    static final String FINDING = "finding";
    static final String OUTCOME = "outcome";
    static final String FAILED = "failed";
    static final String ALIVE = "alive";
    /** Even where each character takes three bytes, a line of these is one of the protocol. */
    private static final int SUBJECT_CHARS = 450;

    private static final int SENTENCE_CHARS = 450;

    private ControlLines() {}

    static Line progress(Progress progress) {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("done", Long.toString(progress.done()));
        map.put("total", Long.toString(progress.total()));
        return line(PROGRESS, cut(progress.item(), SUBJECT_CHARS), map);
    }

    static Progress readProgress(Line line) {
        return new Progress(
                number(line, "done"), number(line, "total"), line.name().orElse(""));
    }

    static Line finding(Finding finding) {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("code", finding.code());
        map.put("sentence", cut(finding.sentence(), SENTENCE_CHARS));
        finding.suggestion().ifPresent(name -> map.put("suggestion", name));
        return line(FINDING, cut(finding.subject(), SUBJECT_CHARS), map);
    }

    static Finding readFinding(Line line) {
        return new Finding(
                line.attribute("code").orElse(""),
                line.name().orElse(""),
                line.attribute("sentence").orElse(""),
                line.attribute("suggestion"));
    }

    static Line outcome(MaintenanceTask.Outcome outcome) {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("done", Long.toString(outcome.done()));
        map.put("unchanged", Long.toString(outcome.unchanged()));
        map.put("bytes", Long.toString(outcome.bytes()));
        map.put("findings", Long.toString(outcome.findings()));
        map.put("leftovers", Long.toString(outcome.leftovers()));
        map.put("complete", Boolean.toString(outcome.complete()));
        return line(OUTCOME, "", map);
    }

    static MaintenanceTask.Outcome readOutcome(Line line) {
        return new MaintenanceTask.Outcome(
                number(line, "done"),
                number(line, "unchanged"),
                number(line, "bytes"),
                number(line, "findings"),
                number(line, "leftovers"),
                Boolean.parseBoolean(line.attribute("complete").orElse("")));
    }

    /** The task could not be done at all. */
    static Line failed(String sentence) {
        return line(FAILED, "", Map.of("sentence", cut(sentence, SENTENCE_CHARS)));
    }

    static String readFailed(Line line) {
        return line.attribute("sentence").orElse("");
    }

    /** The server is there, and at work. */
    static Line alive() {
        return line(ALIVE, "", Map.of());
    }

    private static long number(Line line, String key) {
        return line.attribute(key)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    private static Line line(String command, String name, Map<String, String> attributes) {
        return new Line(command, Optional.of(name), OptionalLong.empty(), attributes);
    }

    private static String cut(String text, int chars) {
        int end = Math.min(text.length(), chars);
        return text.substring(0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }
}
