package np.saathi.wording;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import np.saathi.account.SignedIn;
import np.saathi.audio.AudioRefused;
import np.saathi.prompt.Language;
import np.saathi.prompt.speech.RecordingRefused;
import np.saathi.web.PageOf;
import np.saathi.web.Paging;
import np.saathi.web.Problem;
import np.saathi.web.Versions;
import np.saathi.wording.SentenceView.State;

/** What the line says: to be listened to, replaced and reviewed. */
@RestController
@RequestMapping("/admin/prompts")
class SentenceController {
    /** A sentence of half a minute as a studio gives it: 48 kHz, 24 bits, stereo. */
    private static final int MOST_BYTES = 10 * 1024 * 1024;
    private final Sentences sentences;
    private final Approval approval;

    SentenceController(Sentences sentences, Approval approval) {
        this.sentences = sentences;
        this.approval = approval;
    }

    @GetMapping
    @Operation(summary = "Every sentence in every language, as it sounds now")
    PageOf<SentenceView> list(@Valid @ParameterObject Paging paging,
            @RequestParam(defaultValue = "") @Pattern(regexp = "|[a-z]{2,3}") String language,
            @RequestParam @Nullable State state,
            @RequestParam(defaultValue = "") @Size(max = 80) String search) {
        List<SentenceView> found = sentences.all().stream()
                .filter(one -> language.isEmpty() || one.language().equals(language))
                .filter(one -> state == null || state.holds(one)).filter(one -> one.contains(search)).toList();
        return PageOf.of(found.stream().skip(paging.offset()).limit(paging.size()).toList(), paging, found.size());
    }

    @GetMapping("/{language}/{key}")
    @Operation(summary = "One sentence; its ETag names these words in this recording")
    ResponseEntity<SentenceView> one(@PathVariable String language, @PathVariable String key) {
        return answer(found(language, key));
    }

    @GetMapping("/{language}/{key}/audio")
    @Operation(summary = "How it sounds on the phone")
    @ApiResponse(responseCode = "200", description = "WAV, 8 kHz, 16 bits, mono", content = @Content(mediaType = "audio/wav", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> audio(@PathVariable String language, @PathVariable String key) {
        SentenceView sentence = found(language, key);
        byte[] wav = sentences.wav(named(sentence)).orElseThrow(Problem::notFound);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("audio/wav")).eTag(sentence.version())
                .cacheControl(CacheControl.noCache()).body(wav);
    }

    @PutMapping(path = "/{language}/{key}/recording", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Replace it by a recording (WAV, MP3, M4A, Ogg, WebM …), heard from now on")
    ResponseEntity<SentenceView> replace(@PathVariable String language, @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam("audio") MultipartFile audio,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn who) throws IOException {
        SentenceView sentence = found(language, key);
        Versions.check(ifMatch, sentence.version());
        if (audio.getSize() > MOST_BYTES) {
            throw Problem.of(HttpStatus.CONTENT_TOO_LARGE, "content-too-large", "A sentence has 10 MB at most");
        }
        try (InputStream upload = audio.getInputStream()) {
            sentences.replace(named(sentence), upload.readNBytes(MOST_BYTES), who.id());
        } catch (AudioRefused e) {
            throw e.problem();
        } catch (RecordingRefused e) {
            throw refused(e);
        }
        return changed(sentence);
    }

    @DeleteMapping("/{language}/{key}/recording")
    @Operation(summary = "Take the recording back: what was heard before it is heard again")
    ResponseEntity<SentenceView> restore(@PathVariable String language, @PathVariable String key) {
        SentenceView sentence = found(language, key);
        sentences.restore(named(sentence));
        return changed(sentence);
    }

    @PutMapping("/{language}/{key}/review")
    @Operation(summary = "Say that a native reader approved these words in this recording; a change of either ends it")
    ResponseEntity<SentenceView> review(@PathVariable String language, @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Parameter(hidden = true) @AuthenticationPrincipal SignedIn who) {
        SentenceView sentence = found(language, key);
        Versions.check(ifMatch, sentence.version());
        sentences.review(named(sentence), sentence.version(), who.id());
        return changed(sentence);
    }

    @DeleteMapping("/{language}/{key}/review")
    @Operation(summary = "Take the review back")
    ResponseEntity<SentenceView> takeReviewBack(@PathVariable String language, @PathVariable String key) {
        SentenceView sentence = found(language, key);
        sentences.takeReviewBack(named(sentence));
        return changed(sentence);
    }

    private ResponseEntity<SentenceView> changed(SentenceView before) {
        approval.refresh();
        return answer(found(before.language(), before.key()));
    }

    private static ResponseEntity<SentenceView> answer(SentenceView sentence) {
        return ResponseEntity.ok().eTag(sentence.version()).body(sentence);
    }

    private SentenceView found(String language, String key) {
        return Stream.of(language).filter(code -> code.matches("[a-z]{2,3}")).map(Language::new)
                .map(known -> sentences.find(new Sentence(known, key))).flatMap(Optional::stream).findFirst()
                .orElseThrow(Problem::notFound);
    }

    private static Sentence named(SentenceView sentence) {
        return new Sentence(new Language(sentence.language()), sentence.key());
    }

    private static Problem refused(RecordingRefused why) {
        String detail = "The recording is not used: " + why.getMessage();
        return switch (why.why()) {
            case FORMAT -> Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "audio-format", detail);
            case SILENT -> Problem.unprocessable("audio-silent", detail);
            case TOO_LONG -> Problem.unprocessable("audio-too-long", detail);
        };
    }
}
