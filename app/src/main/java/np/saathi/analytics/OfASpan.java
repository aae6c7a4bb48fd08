package np.saathi.analytics;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

/** An answer about a span of days: the API's document tells that not every span can be told. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(responseCode = "422", description = "No span of days that can be told (span)", content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "#/components/schemas/Problem422")))
@interface OfASpan {}
