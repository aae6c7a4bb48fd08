package np.saathi.alert;

import java.time.Clock;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

import np.saathi.message.MessageEvent;
import np.saathi.prompt.Language;
import np.saathi.report.ReportEvent;
import np.saathi.report.Reports;
import np.saathi.session.CancelReason;
import np.saathi.session.PeerSession;
import np.saathi.session.SessionEvent;
import np.saathi.session.Sessions;

/** Makes alerts of what other modules tell. Events may come twice (ADR 0010): each is known by its id. */
@Component
class AlertListener {
    private final AlertRows rows;
    private final Sessions sessions;
    private final Reports reports;
    private final Clock clock;

    AlertListener(AlertRows rows, Sessions sessions, Reports reports, Clock clock) {
        this.rows = rows;
        this.sessions = sessions;
        this.reports = reports;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(ReportEvent.DangerReported danger) {
        ofSession(danger.id().toString(), AlertKind.DANGER, danger.sessionId());
    }

    @ApplicationModuleListener
    void on(ReportEvent.HostUnwell unwell) {
        sessions.find(unwell.sessionId())
                .ifPresent(session -> rows.raise(unwell.id().toString(), AlertKind.HOST_UNWELL, session.id(),
                        session.category(), session.language(), reports.hostOf(unwell.reportId()).orElse(null),
                        clock.instant()));
    }

    @ApplicationModuleListener
    void on(MessageEvent.Unheard unheard) {
        raise("message:" + unheard.messageId(), AlertKind.MESSAGE_UNHEARD, null, unheard.category(),
                unheard.language());
    }

    @ApplicationModuleListener
    void on(SessionEvent.HostComplainedOf complaint) {
        raise(complaint.id().toString(), AlertKind.HOST_COMPLAINT, complaint.sessionId(), complaint.category(),
                new Language(complaint.language()));
    }

    @ApplicationModuleListener
    void on(SessionEvent.MayBeAChild child) {
        raise(child.id().toString(), AlertKind.MAY_BE_A_CHILD, child.sessionId(), child.category(),
                new Language(child.language()));
    }

    /** Within the transaction that gives the session up: nothing is lost between the two. */
    @EventListener
    void on(SessionEvent.SessionCancelled cancelled) {
        if (cancelled.reason() == CancelReason.NO_HOST) {
            ofSession("no-host:" + cancelled.sessionId(), AlertKind.NO_HOST, cancelled.sessionId());
        }
    }

    private void ofSession(String cause, AlertKind kind, long sessionId) {
        sessions.find(sessionId).ifPresent(session -> raise(cause, kind, session));
    }

    private void raise(String cause, AlertKind kind, PeerSession session) {
        raise(cause, kind, session.id(), session.category(), session.language());
    }

    private void raise(String cause, AlertKind kind, @Nullable Long session, @Nullable String category,
            Language language) {
        rows.raise(cause, kind, session, category, language, null, clock.instant());
    }
}
