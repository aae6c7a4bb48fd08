package np.saathi.telephony.asterisk;

import java.io.IOException;
import java.time.Duration;

import org.asteriskjava.manager.EventTimeoutException;
import org.asteriskjava.manager.ManagerConnection;
import org.asteriskjava.manager.ResponseEvents;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.EventGeneratingAction;
import org.asteriskjava.manager.action.GetVarAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;

import np.saathi.telephony.RoomControl.ExchangeUnreachable;

/** Sends actions over one AMI connection and tells every failure in our own words. */
class Exchange {
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private final ManagerConnection connection;

    Exchange(ManagerConnection connection) {
        this.connection = connection;
    }

    /** @throws ExchangeUnreachable when there is no link, no answer within 5 seconds, or Asterisk refuses */
    void order(ManagerAction action) {
        ManagerResponse response = send(action);
        if (response instanceof ManagerError) {
            throw new ExchangeUnreachable("Asterisk refused " + action.getAction());
        }
    }

    /** As {@link #order}, for actions whose refusal only says that there is nothing (left) to act on. */
    ManagerResponse send(ManagerAction action) {
        try {
            return connection.sendAction(action, LONGEST.toMillis());
        } catch (IOException | TimeoutException | IllegalStateException e) {
            throw unreachable(e);
        }
    }

    /**
     * @param variable a global variable that holds a number, or a function that counts; nothing that came from outside
     * @throws ExchangeUnreachable also when it holds none
     */
    int number(String variable) {
        ManagerResponse response = send(new GetVarAction(Guard.plain(variable)));
        String value = response.getAttribute("Value");
        if (value == null || !value.matches("[0-9]{1,9}")) {
            throw new ExchangeUnreachable("Asterisk knows no number " + variable);
        }
        return Integer.parseInt(value);
    }

    /**
     * @param variable a global variable that holds one word
     * @throws ExchangeUnreachable also when it holds none
     */
    String word(String variable) {
        String value = send(new GetVarAction(Guard.plain(variable))).getAttribute("Value");
        if (value == null || !value.matches("[a-z]{1,20}")) {
            throw new ExchangeUnreachable("Asterisk knows no word " + variable);
        }
        return value;
    }

    /** @return the events of the answer; none when Asterisk answers with an error, which here means "there are none" */
    ResponseEvents list(EventGeneratingAction action) {
        try {
            return connection.sendEventGeneratingAction(action, LONGEST.toMillis());
        } catch (IOException | EventTimeoutException | IllegalStateException e) {
            throw unreachable(e);
        }
    }

    private static ExchangeUnreachable unreachable(Exception e) {
        return new ExchangeUnreachable("No answer from Asterisk: " + e.getMessage());
    }
}
