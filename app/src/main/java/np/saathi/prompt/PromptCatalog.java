package np.saathi.prompt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the line can say: its languages, and the sound files as they are on disk at this moment. Nothing is remembered
 * here, because a recording may replace synthesized speech while calls go on.
 */
public final class PromptCatalog {

    /** The files of each key: headerless G.711 at 8 kHz, which the exchange plays to any call without transcoding. */
    public static final List<String> ENCODINGS = List.of("alaw", "ulaw");

    /** One byte is one sample of G.711. */
    private static final long BYTES_PER_SECOND = 8000;

    private final Script script;
    private final Path sounds;

    /** @param sounds the directory of {@code <language>/<key>.alaw} and {@code .ulaw} */
    public PromptCatalog(Script script, Path sounds) {
        this.script = script;
        this.sounds = sounds;
    }

    /** The languages in the order in which a first caller is offered them: the first is key 1, and the default. */
    public List<Language> languages() {
        return script.languages();
    }

    /** @return the language of this code; empty where the line doesn't speak it */
    public Optional<Language> language(String code) {
        return languages().stream().filter(language -> language.code().equals(code)).findFirst();
    }

    /** The words as text, for the panel; pieces without words give none. Pieces that are bound keep their language. */
    public String text(Spoken words, Language language) {
        return words.in(language).keys().stream().flatMap(bound -> {
            int slash = bound.indexOf('/');
            return script.text(bound.substring(slash + 1), new Language(bound.substring(0, slash))).stream();
        }).collect(Collectors.joining(" "));
    }

    /** @return how long saying the words takes; for what isn't rendered yet, the longest that its script allows */
    public Duration lengthOf(Spoken words, Language language) {
        return words.keys().stream().map(key -> lengthOf(key, language)).reduce(Duration.ZERO, Duration::plus);
    }

    /** @return whether every piece of the words lies ready in this language */
    public boolean canSay(Spoken words, Language language) {
        return words.in(language).keys().stream()
                .allMatch(key -> ENCODINGS.stream().allMatch(encoding -> bytes(key, encoding) > 0));
    }

    /** Keys of the crisis path, of consent and of the digits: the line may not do without them. */
    public static Set<String> vitalKeys() {
        Stream<Spoken> digits = IntStream.rangeClosed(0, 9).mapToObj(Spoken::number);
        return Stream.concat(Arrays.stream(Prompt.values()).filter(Prompt::vital).map(Spoken::of), digits)
                .flatMap(words -> words.keys().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return as {@code language/key} what of the {@link #vitalKeys} lacks its sound files */
    public List<String> missingVital() {
        return languages().stream()
                .flatMap(language -> vitalKeys().stream()
                        .filter(key -> !canSay(new Spoken(List.of(key)), language)).map(key -> language + "/" + key))
                .toList();
    }

    private Duration lengthOf(String key, Language language) {
        String bound = key.contains("/") ? key : language + "/" + key;
        long bytes = bytes(bound, ENCODINGS.getFirst());
        if (bytes > 0) {
            return Duration.ofMillis(bytes * 1000 / BYTES_PER_SECOND);
        }
        String unbound = bound.substring(bound.indexOf('/') + 1);
        return script.keys().contains(unbound) ? script.longest(unbound) : Duration.ZERO;
    }

    private long bytes(String boundKey, String encoding) {
        try {
            return Files.size(sounds.resolve(boundKey + "." + encoding));
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("A prompt can't be looked at", e);
        }
    }
}
