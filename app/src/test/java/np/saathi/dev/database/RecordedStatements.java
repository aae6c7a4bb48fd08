package np.saathi.dev.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Takes down each prepared statement that the app executes, with its values, and has MariaDB explain how it finds its
 * rows. Import it into a test to have it below the pool.
 */
@TestConfiguration(proxyBeanMethods = false)
public class RecordedStatements {
    private static final Statements STATEMENTS = new Statements();

    /** One table of one statement. @param type of access, as EXPLAIN names it: {@code ALL} reads the whole table */
    public record Access(String sql, @Nullable String table, @Nullable String type, @Nullable String key) {}

    /** What was executed since {@link #record}. */
    public static final class Statements {
        private final Map<String, Values> executed = new LinkedHashMap<>();
        private volatile @Nullable DataSource database;
        private volatile boolean recording;

        private record Value(Method setter, @Nullable Object[] arguments) {}

        /** Of one execution, by their position. */
        private record Values(Map<Integer, Value> byPosition) {}

        /** Forgets what was and begins. */
        public synchronized void record() {
            executed.clear();
            recording = true;
        }

        public synchronized List<String> stop() {
            recording = false;
            return List.copyOf(executed.keySet());
        }

        private synchronized void executed(String sql, Map<Integer, Value> values) {
            if (recording) {
                executed.putIfAbsent(sql, new Values(Map.copyOf(values)));
            }
        }

        /** How the rows of each are found, with the values that it had when it was executed first. */
        public synchronized List<Access> explained() throws SQLException {
            List<Access> all = new ArrayList<>();
            try (Connection connection = Objects.requireNonNull(database).getConnection()) {
                for (Map.Entry<String, Values> statement : executed.entrySet()) {
                    if (statement.getKey().matches("(?is)\\s*(SELECT|UPDATE|DELETE)\\b.*")) {
                        explain(connection, statement.getKey(), statement.getValue(), all);
                    }
                }
            }
            return all;
        }

        private static void explain(Connection connection, String sql, Values values, List<Access> all)
                throws SQLException {
            try (PreparedStatement explain = connection.prepareStatement("EXPLAIN " + sql)) {
                for (Value value : values.byPosition.values()) {
                    value.setter.invoke(explain, value.arguments);
                }
                try (ResultSet rows = explain.executeQuery()) {
                    while (rows.next()) {
                        all.add(new Access(sql, rows.getString("table"), rows.getString("type"),
                                rows.getString("key")));
                    }
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Bean
    Statements statements() {
        return STATEMENTS;
    }

    @Bean
    static BeanPostProcessor recordingBelowThePool() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool) {
                    DriverManagerDataSource driver = new DriverManagerDataSource(pool.getJdbcUrl(), pool.getUsername(),
                            pool.getPassword());
                    driver.setConnectionProperties(pool.getDataSourceProperties());
                    pool.setDataSource(recording(driver));
                    STATEMENTS.database = driver;
                }
                return bean;
            }
        };
    }

    private static DataSource recording(DataSource driver) {
        return proxy(DataSource.class, (_, method, arguments) -> {
            Object result = call(driver, method, arguments);
            return result instanceof Connection connection ? recording(connection) : result;
        });
    }

    private static Connection recording(Connection connection) {
        return proxy(Connection.class, (_, method, arguments) -> {
            Object result = call(connection, method, arguments);
            return result instanceof PreparedStatement statement && arguments != null
                    ? recording(statement, (String) arguments[0])
                    : result;
        });
    }

    private static PreparedStatement recording(PreparedStatement statement, String sql) {
        Map<Integer, Statements.Value> values = new TreeMap<>();
        return proxy(PreparedStatement.class, (_, method, arguments) -> {
            if (method.getName().startsWith("set") && arguments != null && arguments.length > 1
                    && arguments[0] instanceof Integer position) {
                values.put(position, new Statements.Value(method, arguments));
            } else if (method.getName().startsWith("execute")) {
                STATEMENTS.executed(sql, values);
            }
            return call(statement, method, arguments);
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(RecordedStatements.class.getClassLoader(), new Class<?>[]{type},
                handler));
    }

    private static @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
