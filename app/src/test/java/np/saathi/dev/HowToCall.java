package np.saathi.dev;

import java.util.Map;

/** What a newcomer reads when the line runs. */
final class HowToCall {
    private HowToCall() {}

    static String text(Map<String, String> facts) {
        return """

                ────────────────────────────────────────────────────────────────────────
                 The line answers.   (all of this is in app/target/dev-run.properties)

                 From the browser:    %8$s
                   two telephones, keys and sentences as text; no softphone needed

                 Call as a caller:    sip:%1$s@%3$s
                   with a softphone on this machine that calls from 127.0.0.1; no account needed, e.g.
                     baresip -n 127.0.0.1 -e '/uanew <sip:9841000001@127.0.0.1>;regint=0' -e '/dial sip:%1$s@%3$s'
                   language: 1 नेपाली, 2 English · consent: wait for the words, then 1 or 2
                   1 to the group · in it: 1 mute, 2 hand, * the keys, # leave · 0 help now, at any moment

                 Call as the host:    sip:%2$s@%3$s
                   id %4$s, PIN %5$s#, then 1 to begin · # 1 ends the group
                   (while a caller waits: that caller's group is the one to host)

                 Panel:               %6$s/panel/    (id %7$s, password in dev-run.properties)
                 Health:              %6$s/actuator/health
                 REST, as admin:      POST %6$s/login  {"id": "%7$s", "password": …}
                   passwords of admin and volunteers stand in dev-run.properties

                 0 rings two phones of the callers' exchange: a voicemail, and somebody who presses 1.
                 Ctrl-C ends everything.
                ────────────────────────────────────────────────────────────────────────
                """.formatted(facts.get("caller.number"), facts.get("volunteer.number"), facts.get("sip.address"),
                facts.get("volunteer.id"), facts.get("volunteer.pin"), facts.get("http.url"), facts.get("admin.id"),
                facts.get("simulator.url"));
    }
}
