package np.saathi.web;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param page which one, from 0
 * @param size how many items a page holds at most
 * @param total items on all pages together
 */
public record PageOf<T>(List<T> items, int page, int size, long total) {

    /** @param items those of the asked page only */
    public static <T> PageOf<T> of(List<T> items, Paging asked, long total) {
        return new PageOf<>(items, asked.page(), asked.size(), total);
    }

    public <R> PageOf<R> map(Function<? super T, ? extends R> change) {
        return new PageOf<>(items.stream().<R>map(change).toList(), page, size, total);
    }
}
