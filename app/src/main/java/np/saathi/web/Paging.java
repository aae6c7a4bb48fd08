package np.saathi.web;

import org.springframework.web.bind.annotation.BindParam;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * Which page of a list is asked for: {@code ?page=0&size=20}. A controller takes it as {@code @Valid Paging}.
 *
 * @param page from 0
 * @param size items on a page; 20 unless told
 */
public record Paging(@BindParam("page") @Min(0) @Max(1_000_000) Integer page,
        @BindParam("size") @Min(1) @Max(100) Integer size) {
    private static final int USUAL = 20;

    @SuppressWarnings("ConstantValue") // the binder gives null for what is not there
    public Paging {
        page = page == null ? 0 : page;
        size = size == null ? USUAL : size;
    }

    /** Rows to skip. */
    public long offset() {
        return (long) page * size;
    }
}
