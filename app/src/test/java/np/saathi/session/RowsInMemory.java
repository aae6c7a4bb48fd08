package np.saathi.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

import org.springframework.data.repository.CrudRepository;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * A table that lives as long as a test. What is read is the very object that was saved, which no database would give:
 * good for asking what a flow does, not for asking what is stored (the module tests do that).
 */
abstract class RowsInMemory<T> implements CrudRepository<T, Long> {
    private final TreeMap<Long, T> rows = new TreeMap<>();

    List<T> where(Predicate<T> condition) {
        return rows.values().stream().filter(condition).toList();
    }

    @Override
    public <S extends T> S save(S entity) {
        Long id = (Long) ReflectionTestUtils.getField(entity, "id");
        if (id == null) {
            id = rows.size() + 1L;
            ReflectionTestUtils.setField(entity, "id", id);
        }
        rows.put(id, entity);
        return entity;
    }

    @Override
    public <S extends T> Iterable<S> saveAll(Iterable<S> entities) {
        entities.forEach(this::save);
        return entities;
    }

    @Override
    public Optional<T> findById(Long id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public boolean existsById(Long id) {
        return rows.containsKey(id);
    }

    @Override
    public Iterable<T> findAll() {
        return new ArrayList<>(rows.values());
    }

    @Override
    public Iterable<T> findAllById(Iterable<Long> ids) {
        return StreamSupport.stream(ids.spliterator(), false).flatMap(id -> findById(id).stream()).toList();
    }

    @Override
    public long count() {
        return rows.size();
    }

    @Override
    public void deleteById(Long id) {
        rows.remove(id);
    }

    @Override
    public void delete(T entity) {
        rows.values().remove(entity);
    }

    @Override
    public void deleteAllById(Iterable<? extends Long> ids) {
        ids.forEach(rows::remove);
    }

    @Override
    public void deleteAll(Iterable<? extends T> entities) {
        entities.forEach(this::delete);
    }

    @Override
    public void deleteAll() {
        rows.clear();
    }
}
