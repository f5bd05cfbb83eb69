package org.groundplan.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Technologies and prices from {@code catalog/technologies.yaml}. */
public final class Catalog {
    private final Map<String, Technology> technologies = new TreeMap<>();
    private final Map<String, Price> prices = new TreeMap<>();
    private LocalDate asOf = LocalDate.EPOCH;
    private BigDecimal usdToEur = BigDecimal.ONE;

    /** Months after which what a source says is marked as old. */
    private static final int OLD = 18;

    /**
     * @param ops assumed hours of care a month
     * @param good what it is good at, and bad (our judgement)
     * @param managed who runs it for money, empty when nobody does
     * @param wakes what can wake somebody (our judgement)
     * @param limits hard ones, empty when none is known
     * @param support year and month, or words
     */
    public record Technology(
            String name,
            String kind,
            String version,
            String support,
            String licence,
            int ops,
            String good,
            String bad,
            String managed,
            String wakes,
            String limits,
            String source,
            String date) {}

    /**
     * @param eur per month
     * @param shown as listed, with its currency
     */
    public record Price(String name, BigDecimal eur, String shown, String source, String date) {}

    private Catalog() {}

    public static Catalog load() {
        Catalog catalog = new Catalog();
        try (InputStream in = Catalog.class.getResourceAsStream("/catalog/technologies.yaml")) {
            if (in == null) {
                throw new IllegalStateException("the catalogue is not in the jar");
            }
            catalog.read(
                    (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return catalog;
    }

    /** Euros for a dollar, as of {@link #asOf()}. */
    public BigDecimal usdToEur() {
        return usdToEur;
    }

    private void read(Map<?, ?> root) {
        asOf = LocalDate.parse(text(root, "asOf"));
        Map<?, ?> rate = (Map<?, ?>) ((Map<?, ?>) required(root, "rates")).get("usdToEur");
        BigDecimal usd = new BigDecimal(String.valueOf(rate == null ? null : rate.get("value")));
        usdToEur = usd;
        for (Object item : (List<?>) required(root, "technologies")) {
            Map<?, ?> t = (Map<?, ?>) item;
            Technology technology =
                    new Technology(
                            text(t, "name"),
                            text(t, "kind"),
                            text(t, "version"),
                            text(t, "support"),
                            text(t, "licence"),
                            Integer.parseInt(text(t, "ops")),
                            t.get("good") == null ? "" : text(t, "good"),
                            t.get("bad") == null ? "" : text(t, "bad"),
                            t.get("managed") == null ? "" : text(t, "managed"),
                            text(t, "wakes"),
                            t.get("limits") == null ? "" : text(t, "limits"),
                            text(t, "source"),
                            text(t, "date"));
            technologies.put(technology.name(), technology);
        }
        for (Object item : (List<?>) required(root, "prices")) {
            Map<?, ?> p = (Map<?, ?>) item;
            boolean euro = p.get("eur") != null;
            BigDecimal listed = new BigDecimal(text(p, euro ? "eur" : "usd"));
            prices.put(
                    text(p, "name"),
                    new Price(
                            text(p, "name"),
                            euro ? listed : listed.multiply(usd),
                            listed.toPlainString() + (euro ? " EUR" : " USD × " + usd),
                            text(p, "source"),
                            text(p, "date")));
        }
    }

    private static Object required(Map<?, ?> map, String key) {
        Object value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("the catalogue has no " + key);
        }
        return value;
    }

    private static String text(Map<?, ?> map, String key) {
        @Nullable Object value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("catalogue entry without " + key + ": " + map);
        }
        return value.toString();
    }

    /** The day on which the catalogue was last gone through. */
    public LocalDate asOf() {
        return asOf;
    }

    /**
     * Whether a source is more than 18 months older than the catalogue.
     *
     * @param date of the source
     */
    public boolean old(String date) {
        return LocalDate.parse(date).isBefore(asOf.minusMonths(OLD));
    }

    /** How a technology writes itself that somebody named in lower case. */
    public static String spelt(String name) {
        return switch (name) {
            case "postgresql", "postgres" -> "PostgreSQL";
            case "mysql" -> "MySQL";
            case "mariadb" -> "MariaDB";
            case "sqlite" -> "SQLite";
            case "mongodb" -> "MongoDB";
            case "cassandra" -> "Cassandra";
            case "kafka" -> "Kafka";
            case "rabbitmq" -> "RabbitMQ";
            case "nats" -> "NATS";
            case "sqs" -> "SQS";
            default -> name;
        };
    }

    public Technology technology(String name) {
        Technology found = technologies.get(name);
        if (found == null) {
            throw new IllegalArgumentException("not in the catalogue: " + name);
        }
        return found;
    }

    public Map<String, Technology> technologies() {
        return Map.copyOf(technologies);
    }

    public Map<String, Price> prices() {
        return Map.copyOf(prices);
    }

    public Price price(String name) {
        Price found = prices.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no price in the catalogue: " + name);
        }
        return found;
    }
}
