package np.saathi;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;

import org.jspecify.annotations.Nullable;

/**
 * A database for {@link AotTrainingRun}: it says that it is MariaDB, takes every statement and has no rows. Nothing is kept.
 * Public, for it is made by its name.
 */
public final class EmptyDatabase implements Driver {
    /** After {@code jdbc:}, where no other driver feels addressed. */
    static final String URL = "jdbc:saathi-empty:";
    private static final Map<String, Object> ANSWERS = Map.of("isValid", true, "getUpdateCount", -1,
            "getDatabaseProductName", "MariaDB", "getDatabaseProductVersion", "11.4", "getURL", URL);

    static {
        try {
            DriverManager.registerDriver(new EmptyDatabase());
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) {
        return acceptsURL(url) ? empty(Connection.class) : null;
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(URL);
    }

    /** Whatever interface of JDBC is asked for is made in the same way; numbers are 0, what may be absent is. */
    private static <T> T empty(Class<T> type) {
        InvocationHandler nothing = (_, method, _) -> {
            Class<?> wanted = method.getReturnType();
            if (ANSWERS.containsKey(method.getName())) {
                return ANSWERS.get(method.getName());
            }
            if (wanted == boolean.class) {
                return false;
            }
            if (wanted == int.class) {
                return 0;
            }
            if (wanted == long.class) {
                return 0L;
            }
            return wanted.getPackage() == DatabaseMetaData.class.getPackage() && wanted.isInterface()
                    ? empty(wanted)
                    : null;
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, nothing));
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 0;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }
}
