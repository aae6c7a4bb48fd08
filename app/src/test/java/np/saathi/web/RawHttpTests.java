package np.saathi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import np.saathi.dev.process.MachineSpeed;
import np.saathi.dev.web.Clients;
import np.saathi.dev.web.SecondHouse;
import np.saathi.dev.web.WebTest;

/** What comes over a real socket and no client library would send: the web server itself answers, and in our words. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RawHttpTests {
    private static final String LONG = "a".repeat(20_000);
    @Autowired
    ApplicationContext first;
    @Autowired
    Clients clients;
    private SecondHouse house;

    @BeforeAll
    void open() {
        house = SecondHouse.beside(first);
    }

    @AfterAll
    void close() {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /training/%00/file", "GET /training/..%2f..%2fetc%2fpasswd/file",
            "GET /../../etc/passwd",
            "GET //sessions", "GET /sessions;jsessionid=1", "GET /sessions/%zz", "GET /sessions?from=%",
            "FOO /sessions",
            "TRACE /sessions", "GET /sessions/<b>", "GET /sessions\\..\\x", "POST /login"})
    void aStrangeRequestIsAProblem(String request) throws IOException {
        mustBeAProblem(request, "Host: localhost\r\nConnection: close\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: -1", "Content-Length: x", "Content-Length: 5\r\nContent-Length: 6",
            "X-Long: LONG",
            "Content-Type: multipart/form-data", "Content-Type: multipart/form-data; boundary=",
            "Content-Type: multipart/form-data; boundary=LONG", "Content-Type: application/json; charset=strange",
            "Content-Type: strange", "X-Forwarded-For: ' OR 1=1", "Cookie: SESSION=../../x", "Cookie: SESSION=%%%",
            "X-Auth-Token: x.y.z", "Authorization: Basic eDp5", "Expect: 100-strange", "Range: bytes=-"})
    void aStrangeHeaderIsAProblem(String header) throws IOException {
        mustBeAProblem("POST /private-message",
                "Host: localhost\r\nConnection: close\r\n" + header.replace("LONG", LONG) + "\r\n\r\n");
    }

    @Test
    void anUploadThatSaysItIsTooLargeIsRefused() throws IOException {
        mustBeAProblem("POST /admin/training", "Host: localhost\r\nConnection: close\r\nX-Auth-Token: "
                + clients.admin().token() + "\r\nContent-Type: multipart/form-data; boundary=x\r\n"
                + "Content-Length: 60000000\r\n\r\n--x\r\n");
    }

    private void mustBeAProblem(String request, String rest) throws IOException {
        String answer = answer(request + " HTTP/1.1\r\n" + rest);
        assertThat(answer).as(request).matches("(?s)HTTP/1\\.1 4\\d\\d.*")
                .containsIgnoringCase("content-type: application/problem+json").contains("urn:saathi:problem:")
                .doesNotContain("Exception").doesNotContain("Tomcat").doesNotContain("np.saathi");
    }

    private String answer(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), house.port())) {
            socket.setSoTimeout((int) MachineSpeed.stretched(Duration.ofSeconds(20)).toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput(); // there is no more to come, whatever was said
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
