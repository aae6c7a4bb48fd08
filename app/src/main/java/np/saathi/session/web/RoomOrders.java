package np.saathi.session.web;

import java.util.NoSuchElementException;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;

import np.saathi.session.ModerationRefused;
import np.saathi.telephony.RoomControl;
import np.saathi.web.Problem;

/** What controllers that give orders for rooms have in common: why an order was not followed. */
abstract class RoomOrders {

    static Problem notYours() {
        return Problem.of(HttpStatus.FORBIDDEN, "not-your-session", "You are not assigned to this session");
    }

    static Problem takenOver() {
        return Problem.of(HttpStatus.FORBIDDEN, "taken-over", "Somebody on duty has taken this session over");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ModerationRefused refused) {
        return Refusals.of(switch (refused.why()) {
            case NOT_THE_HOST -> notYours();
            case TAKEN_OVER -> takenOver();
            case NOT_BEGUN -> Problem.conflict("session-not-live", "The session has not begun, or is over");
            case SEAT_EMPTY -> Problem.conflict("seat-empty", "Nobody sits there");
            case SEAT_AWAY -> Problem.conflict("seat-away", "Who sits there is not in the room just now");
            case NEXT_SESSION -> Problem.conflict("next-session", "One of its volunteers hosts another session then");
            case TALK_ON -> Problem.conflict("talk-on", "Two talk alone already");
            case NO_MORE_TIME -> Problem.conflict("no-more-time", "It was lengthened as often as it may be");
        });
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreachable(RoomControl.ExchangeUnreachable unreachable) {
        return Refusals.of(Problem.unavailable("exchange-unreachable", "The room can't be reached just now"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> none(NoSuchElementException none) {
        return Refusals.of(Problem.notFound());
    }
}
