package org.wirephoto.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says to a person what is wrong with what was typed. */
final class MistakeSentence {
    private MistakeSentence() {}

    /** The sentence, safe for a terminal. */
    static String of(ParameterException problem) {
        return switch (problem) {
            case UnmatchedArgumentException unmatched -> unknown(unmatched);
            case MissingParameterException missing ->
                missing(missing.getMissing().getFirst());
            default -> wrongValue(problem).orElseGet(() -> Wording.safe(String.valueOf(problem.getMessage())));
        };
    }

    private static String missing(ArgSpec missing) {
        return name(missing) + (missing.isOption() ? " wants a value: " + missing.paramLabel() + "." : " is missing.");
    }

    /** Of a value that its option or parameter can't have; empty where the problem is another one. */
    private static Optional<String> wrongValue(ParameterException problem) {
        Optional<ArgSpec> argument = Optional.ofNullable(problem.getArgSpec());
        Optional<String> value = Optional.ofNullable(problem.getValue());
        if (argument.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        String name = name(argument.get());
        String shown = value.get().isBlank() ? "an empty text" : Wording.safe(value.get());
        if (argument.get().completionCandidates() != null) {
            List<String> words = new ArrayList<>();
            argument.get().completionCandidates().forEach(words::add);
            return Optional.of(name + " can be " + enumerated(words, " or ") + ", and not " + shown + ".");
        }
        Class<?> type = argument.get().type();
        if (type != long.class && type != int.class) {
            return Optional.empty();
        }
        return Optional.of(
                value.get().matches("[+-]?[0-9]+")
                        ? name + " can't be as much as " + shown + "."
                        : name + " wants a whole number, and " + shown + " is none.");
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String enumerated(List<String> words, String last) {
        return words.size() == 1
                ? words.getFirst()
                : words.stream().limit(words.size() - 1L).collect(Collectors.joining(", ")) + last + words.getLast();
    }

    private static String unknown(UnmatchedArgumentException unmatched) {
        CommandLine command = unmatched.getCommandLine();
        String first = unmatched.getUnmatched().getFirst();
        String shown = Wording.safe(first);
        if (first.startsWith("-")) {
            return "There is no option " + shown + "."
                    + didYouMean(first, command.getCommandSpec().optionsMap().keySet());
        }
        return command.getSubcommands().isEmpty()
                ? "There is one thing too many: " + shown + "."
                : "There is no command " + shown + "."
                        + didYouMean(first, command.getSubcommands().keySet());
    }

    private static String didYouMean(String typed, Collection<String> words) {
        return Nearest.to(typed, words)
                .map(near -> " Did you mean " + near + "?")
                .orElse("");
    }
}
