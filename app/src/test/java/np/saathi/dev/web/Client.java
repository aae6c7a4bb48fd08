package np.saathi.dev.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import com.jayway.jsonpath.JsonPath;

import np.saathi.account.AccountId;

/**
 * Somebody with a program that speaks to REST and, once signed in, sends its X-Auth-Token. Use it as
 * {@code assertThat(asha.get("/sessions")).hasStatusOk().bodyJson().extractingPath("$.total").isEqualTo(0)}.
 */
public final class Client {
    private final MockMvcTester mvc;
    private final String address;
    private @Nullable AccountId id;
    private @Nullable String token;

    Client(MockMvcTester mvc, String address) {
        this.mvc = mvc;
        this.address = address;
    }

    /** Signs in for real, and stays so. */
    public Client login(AccountId id, String password) {
        MvcTestResult answer = post("/login",
                "{\"id\": \"%s\", \"password\": \"%s\"}".formatted(id.value(), password));
        assertThat(answer).hasStatusOk();
        this.id = id;
        this.token = answer.getResponse().getHeader("X-Auth-Token");
        return this;
    }

    /** Whose account it is. */
    public AccountId id() {
        if (id == null) {
            throw new IllegalStateException("Not signed in");
        }
        return id;
    }

    public String token() {
        if (token == null) {
            throw new IllegalStateException("Not signed in");
        }
        return token;
    }

    public MvcTestResult get(String path) {
        return request(HttpMethod.GET, path).exchange();
    }

    /** @param json the body */
    public MvcTestResult post(String path, String json) {
        return json(HttpMethod.POST, path, json).exchange();
    }

    /** Without If-Match. */
    public MvcTestResult put(String path, String json) {
        return json(HttpMethod.PUT, path, json).exchange();
    }

    /** @param etag as it was read, with its quotes; it goes as If-Match */
    public MvcTestResult put(String path, String etag, String json) {
        return json(HttpMethod.PUT, path, json).header("If-Match", etag).exchange();
    }

    public MvcTestResult delete(String path) {
        return request(HttpMethod.DELETE, path).exchange();
    }

    public MockMvcRequestBuilder json(HttpMethod method, String path, String json) {
        return request(method, path).contentType(MediaType.APPLICATION_JSON).content(json);
    }

    /** Any other request, to be filled and sent: {@code .multipart()}, {@code .header(…)}, {@code .exchange()}. */
    public MockMvcRequestBuilder request(HttpMethod method, String path) {
        MockMvcRequestBuilder request = mvc.method(method).uri(path).remoteAddress(address);
        return token == null ? request : request.header("X-Auth-Token", token);
    }

    /** @param name last part of the problem's type, e.g. {@code not-found} */
    public static void assertProblem(MvcTestResult answer, HttpStatus status, String name) {
        assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("urn:saathi:problem:" + name);
    }

    /** @param path within the JSON body, e.g. {@code $.id} */
    public static String text(MvcTestResult answer, String path) {
        return JsonPath.read(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8), path)
                .toString();
    }
}
