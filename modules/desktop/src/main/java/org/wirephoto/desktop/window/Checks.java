package org.wirephoto.desktop.window;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import org.controlsfx.validation.ValidationMessage;
import org.controlsfx.validation.ValidationResult;
import org.controlsfx.validation.ValidationSupport;
import org.controlsfx.validation.decoration.StyleClassValidationDecoration;

/** Has what is typed into fields checked as it is typed. On the UI thread. */
public final class Checks {
    private static final String WRONG = "wrong";

    private Checks() {}

    /**
     * Marks a field while its text can't be used, and tells those who hear it why.
     *
     * @param judge what is wrong with a text, as a sentence; empty where nothing is
     * @return the check, to be made again where something else than the text may have changed its outcome
     */
    public static Runnable of(TextField field, Function<String, Optional<String>> judge) {
        ValidationSupport validation = new ValidationSupport();
        validation.setValidationDecorator(new StyleClassValidationDecoration(WRONG, WRONG));
        validation.registerValidator(
                field,
                false,
                (Control control, String text) -> judge.apply(text)
                        .map(sentence -> ValidationResult.fromError(control, sentence))
                        .orElseGet(ValidationResult::new));
        validation
                .validationResultProperty()
                .subscribe(result -> field.setAccessibleHelp(Optional.ofNullable(result).stream()
                        .flatMap(each -> each.getErrors().stream())
                        .map(ValidationMessage::getText)
                        .findFirst()
                        .orElse(null)));
        return () -> validation.revalidate(field);
    }
}
