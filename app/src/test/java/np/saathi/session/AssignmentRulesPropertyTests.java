package np.saathi.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import np.saathi.account.AccountId;
import np.saathi.session.AssignmentRules.Load;

/** Whatever is asked for in whatever order: what was let in keeps every rule. */
class AssignmentRulesPropertyTests {
    private static final Instant SUNDAY = Instant.parse("2026-05-16T18:15:00Z"); // midnight in Nepal
    private static final int PLANNABLE = 58;
    private static final Quota QUOTA = new Quota(2, 6, Duration.ofMinutes(30));
    private static final AccountId DEVI = new AccountId("123456");
    private final AssignmentRules rules = new AssignmentRules(PLANNABLE);

    @Property
    void aVolunteerIsNeverInTwoSessionsAndAlwaysRests(@ForAll("asked") List<Span> asked) {
        List<Span> taken = takenOf(asked);
        for (Span one : taken) {
            for (Span other : taken) {
                if (one != other) {
                    assertThat(Duration.between(one.to(), other.from()).compareTo(QUOTA.pause()) >= 0
                            || Duration.between(other.to(), one.from()).compareTo(QUOTA.pause()) >= 0).isTrue();
                }
            }
        }
    }

    @Property
    void aVolunteerHasNeverMoreThanTwoADayAndSixAWeek(@ForAll("asked") List<Span> asked) {
        List<Span> taken = takenOf(asked);
        assertThat(taken.stream().collect(Collectors.groupingBy(span -> NepalTime.dayOf(span.from()),
                Collectors.counting())).values()).allMatch(count -> count <= 2);
        assertThat(taken.stream().collect(Collectors.groupingBy(span -> NepalTime.weekOf(span.from()),
                Collectors.counting())).values()).allMatch(count -> count <= 6);
    }

    @Property
    void whatIsRefusedWouldHaveBrokenARule(@ForAll("asked") List<Span> asked) {
        List<Span> taken = new ArrayList<>();
        for (Span span : asked) {
            boolean near = taken.stream().anyMatch(other -> span.from().isBefore(other.to().plus(QUOTA.pause()))
                    && other.from().isBefore(span.to().plus(QUOTA.pause())));
            LocalDate day = NepalTime.dayOf(span.from());
            LocalDate week = NepalTime.weekOf(span.from());
            boolean full = taken.stream().filter(other -> NepalTime.dayOf(other.from()).equals(day)).count() >= 2
                    || taken.stream().filter(other -> NepalTime.weekOf(other.from()).equals(week)).count() >= 6;
            assertThat(AssignmentRules.free(DEVI, QUOTA, span, taken).isPresent()).isEqualTo(near || full);
            if (!near && !full) {
                taken.add(span);
            }
        }
    }

    /** Counted the slow way: minute by minute. */
    @Property(tries = 200)
    void theLineNeverCarriesMoreThanItCan(@ForAll("loads") List<Load> asked) {
        List<Load> taken = new ArrayList<>();
        for (Load load : asked) {
            boolean tooMany = LongStream.range(0, Duration.between(load.time().from(), load.time().to()).toMinutes())
                    .mapToObj(minute -> load.time().from().plus(Duration.ofMinutes(minute)))
                    .anyMatch(moment -> load.people() + taken.stream().filter(other -> other.time().covers(moment))
                            .mapToInt(Load::people).sum() > PLANNABLE);
            assertThat(rules.carried(load, taken).isPresent()).isEqualTo(tooMany);
            if (!tooMany) {
                taken.add(load);
            }
        }
    }

    private static List<Span> takenOf(List<Span> asked) {
        List<Span> taken = new ArrayList<>();
        asked.stream().filter(span -> AssignmentRules.free(DEVI, QUOTA, span, taken).isEmpty()).forEach(taken::add);
        return taken;
    }

    @Provide
    Arbitrary<List<Span>> asked() {
        return spans(14 * 24 * 60).list().ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Load>> loads() {
        return Combinators.combine(spans(300), Arbitraries.integers().between(2, 12)).as(Load::new).list()
                .ofMaxSize(25);
    }

    private static Arbitrary<Span> spans(int minutes) {
        return Combinators.combine(Arbitraries.integers().between(0, minutes),
                Arbitraries.integers().between(1, 120)).as(
                        (start, length) -> new Span(
                                SUNDAY.plus(Duration.ofMinutes(start)),
                                SUNDAY.plus(Duration.ofMinutes(start + length))));
    }
}
