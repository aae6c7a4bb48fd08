package np.saathi.access;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.session.SessionRepository;

import np.saathi.support.DatabaseOutage;
import np.saathi.support.DatabaseWatch;

/**
 * Each request of somebody who is signed in writes when that was. While the database takes no writes this is left out,
 * so that who only reads is answered; a session that is new must be kept, or signing in fails. What is in a session is
 * written when it is made and never after.
 */
class SessionsInAnOutage implements MethodInterceptor {
    private final Map<Object, Boolean> unsaved = Collections.synchronizedMap(new WeakHashMap<>());
    private final Supplier<DatabaseWatch> database;

    SessionsInAnOutage(Supplier<DatabaseWatch> database) {
        this.database = database;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        String name = call.getMethod().getName();
        if (call.getThis() instanceof SessionRepository<?> && name.equals("createSession")) {
            Object session = call.proceed();
            unsaved.put(session, true);
            return session;
        }
        if (!name.equals("save") || unsaved.remove(call.getArguments()[0]) != null) {
            return call.proceed();
        }
        return database.get().takesWrites() ? saved(call) : null;
    }

    private @Nullable Object saved(MethodInvocation call) throws Throwable {
        try {
            return call.proceed();
        } catch (RuntimeException failure) {
            if (!DatabaseOutage.isBehind(failure)) {
                throw failure;
            }
            database.get().failed(failure);
            return null;
        }
    }
}
