package np.saathi.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What no honest client sends, and now and then what one does: from a seed, so that a find is found again. */
final class Strange {
    private static final List<String> WORDS = List.of("", " ", "0", "-1", "1", "2", "111111", "999999", "1e3", "0x10",
            "9223372036854775807", "92233720368547758089", "null", "true", "abc", "ne", "en", "xx", "stress", "ADMIN",
            "' OR '1'='1", "1; DROP TABLE account; --", "startsAt DESC, (SELECT 1)", "startsAt", "-startsAt",
            "../../../etc/passwd", "..\\..\\boot.ini", "%2e%2e%2f", "%00", "\u0000", "\r\nX-Injected: 1",
            "<script>alert(1)</script>", "${jndi:ldap://127.0.0.1/a}", "#{7*7}", "\uD83D\uDE00", "\uD800", "\u0663",
            "नेपाली", "2026-11-29T12:00:00Z", "2026-13-45T99:99:99Z", "+999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z", "2026-10-01", "0000-00-00", "9841000001", "+9779800000001", "100",
            "a".repeat(300),
            "9".repeat(2000), "\"0\"", "*", "W/\"0\"", "[]", "{}");
    private static final List<String> NUMBERS = List.of("0", "-1", "1", "2", "5", "9", "60", "2147483648",
            "-2147483649",
            "9223372036854775807", "9223372036854775808", "1e3", "1.5", "-0.0", "1e999", "1e-999", "9".repeat(400));
    private static final List<String> BODIES = List.of("", "{", "}", "[]", "null", "true", "42", "\"word\"", "{\"\":1}",
            "{\"a\":", "{'a':1}", "{\"id\":NaN}", "\uFEFF{}", "{}{}", "{\"id\":\"1\",\"id\":\"2\"}",
            "[".repeat(3000), "{\"a\":".repeat(3000), "<xml/>", "id=1&password=2", "\u0000",
            "{\"\\ud800\":\"\\udfff\"}");
    private static final List<String> PATHS = List.of("0", "-1", "1", "2", "3", "111111", "9223372036854775807",
            "92233720368547758089", "abc", "ne", "stress", "1e3", "null", "' OR 1=1", "1;x=y", "..", "...",
            "\uD83D\uDE00", "नेपाली", "a".repeat(300), "%", "a b", "<b>", "greeting", "1.json");
    private final Random random;
    private final JsonMapper json = JsonMapper.builder().build();

    Strange(long seed) {
        this.random = new Random(seed);
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    boolean sometimes(int percent) {
        return random.nextInt(100) < percent;
    }

    String word() {
        return oneOf(WORDS);
    }

    String inPath() {
        return oneOf(PATHS);
    }

    /** As bytes: not all of them are text. */
    byte[] body(@Nullable JsonNode schema, JsonNode document) {
        if (sometimes(2)) {
            return new byte[]{(byte) 0xC3, (byte) 0x28, (byte) 0xFF, '{'};
        }
        if (schema == null || sometimes(20)) {
            return oneOf(BODIES).getBytes(StandardCharsets.UTF_8);
        }
        return raw(value(schema, document, 0)).getBytes(StandardCharsets.UTF_8);
    }

    /** Numbers that Java has no type for stand in it as words with a mark. */
    private String raw(JsonNode node) {
        return json.writeValueAsString(node).replaceAll("\"@number:([^\"]*)\"", "$1");
    }

    private JsonNode value(JsonNode schema, JsonNode document, int depth) {
        JsonNode known = schema.has("$ref")
                ? document.at(schema.path("$ref").asString().substring(1))
                : schema;
        if (depth > 5 || sometimes(12)) {
            return anything();
        }
        if (known.has("enum") && sometimes(80)) {
            return known.path("enum").path(random.nextInt(known.path("enum").size()));
        }
        if (known.has("example") && sometimes(40)) {
            return known.path("example");
        }
        return switch (type(known)) {
            case "object" -> object(known, document, depth);
            case "array" -> array(known, document, depth);
            case "integer", "number" -> json.getNodeFactory().stringNode("@number:" + oneOf(NUMBERS));
            case "boolean" -> json.getNodeFactory().booleanNode(sometimes(50));
            default -> json.getNodeFactory().stringNode(word());
        };
    }

    private static String type(JsonNode schema) {
        return schema.path("type").isArray()
                ? schema.path("type").path(0).asString()
                : schema.has("properties") ? "object" : schema.path("type").asString("string");
    }

    private JsonNode object(JsonNode schema, JsonNode document, int depth) {
        ObjectNode object = json.createObjectNode();
        schema.path("properties").propertyStream().filter(_ -> sometimes(85))
                .forEach(field -> object.set(field.getKey(), value(field.getValue(), document, depth + 1)));
        if (schema.has("additionalProperties") || sometimes(10)) {
            object.set(word(), anything());
        }
        return object;
    }

    private JsonNode array(JsonNode schema, JsonNode document, int depth) {
        ArrayNode array = json.createArrayNode();
        int size = sometimes(3) ? 2000 : random.nextInt(3);
        for (int i = 0; i < size; i++) {
            array.add(value(schema.path("items"), document, depth + 1));
        }
        return array;
    }

    private JsonNode anything() {
        return switch (random.nextInt(6)) {
            case 0 -> json.getNodeFactory().nullNode();
            case 1 -> json.createArrayNode().add(word());
            case 2 -> json.createObjectNode().put(word(), word());
            case 3 -> json.getNodeFactory().stringNode("@number:" + oneOf(NUMBERS));
            case 4 -> json.getNodeFactory().booleanNode(true);
            default -> json.getNodeFactory().stringNode(word());
        };
    }
}
