package org.groundplan.architect.stack;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.groundplan.catalog.Catalog;
import org.groundplan.model.Numbers;
import org.groundplan.model.Unit;

/**
 * What decisions look at: figures that can be turned, words of this brief that reasons are made of,
 * and what was asked for by name.
 *
 * @param knows what the teams know, in lower case
 * @param uses what exists and stays, in lower case
 * @param prefers wishes, in lower case
 * @param runsOn where it has to run, in lower case
 */
record Facts(
        Map<Fact, Double> values,
        Words names,
        List<String> knows,
        List<String> uses,
        List<String> prefers,
        List<String> runsOn) {

    /**
     * Words of this brief that reasons are made of.
     *
     * @param tied pairs of modules between which a rule or a transaction passes
     * @param busiestRate requests a second of the busiest use case at the peak
     * @param busiestRead the use case that only reads and runs most often
     * @param cut use cases whose one transaction would span two of a few services
     * @param stream entity that is appended most, empty when none is
     * @param watched use case that shows what changes, empty when none does
     * @param told use case that is followed by a message, empty when none is
     * @param receivers systems that are told something
     * @param payer who takes payments, empty when nobody does
     * @param paying use case from which it is called
     * @param mailed use case from which most mail goes out
     * @param strictest use case with the strictest promise of being up
     * @param residency places where data has to stay
     * @param coresEach cores of the application for one request a second at the peak
     * @param databaseCoresEach cores of the database for one
     * @param splitBy entity by whose rows everything could be divided, empty when there is none
     */
    record Words(
            String crossing,
            String guarded,
            String busiest,
            double busiestRate,
            String busiestRead,
            String search,
            String within,
            String people,
            String notifying,
            int modules,
            List<String> cut,
            int tied,
            int tables,
            int queries,
            String stream,
            String watched,
            String told,
            List<String> receivers,
            String payer,
            String paying,
            String mailer,
            String mailed,
            String filed,
            String strictest,
            String outsider,
            String splitBy,
            List<String> residency,
            double coresEach,
            double databaseCoresEach,
            List<String> regions) {
        Words {
            cut = List.copyOf(cut);
            receivers = List.copyOf(receivers);
            regions = List.copyOf(regions);
            residency = List.copyOf(residency);
        }
    }

    Facts {
        values = Map.copyOf(values);
        knows = List.copyOf(knows);
        uses = List.copyOf(uses);
        prefers = List.copyOf(prefers);
        runsOn = List.copyOf(runsOn);
    }

    double of(Fact fact) {
        return values.getOrDefault(fact, 0.0);
    }

    Facts with(Fact fact, double value) {
        Map<Fact, Double> more = new EnumMap<>(Fact.class);
        more.putAll(values);
        more.put(fact, value);
        return new Facts(more, names, knows, uses, prefers, runsOn);
    }

    double peak() {
        return of(Fact.PEAK);
    }

    double engineers() {
        return of(Fact.ENGINEERS);
    }

    double operators() {
        return of(Fact.OPERATORS);
    }

    double budget() {
        return of(Fact.BUDGET);
    }

    boolean overBudget(double euro) {
        return budget() >= 0 && euro > budget();
    }

    /** Whether it exists there and stays. */
    boolean has(String... technologies) {
        return names(uses, technologies);
    }

    boolean knows(String... technologies) {
        return names(knows, technologies);
    }

    private static boolean names(List<String> where, String... technologies) {
        for (String technology : technologies) {
            if (where.stream().anyMatch(w -> word(w, technology))) {
                return true;
            }
        }
        return false;
    }

    /** {@code java} is a word of {@code java 21}, and none of {@code javascript}. */
    private static boolean word(String text, String technology) {
        return List.of(text.split("[^\\p{L}\\p{N}.#+]+")).contains(technology)
                || text.equals(technology);
    }

    /** Whether nothing may be rented from a cloud. */
    boolean ownMachines() {
        return Offers.ownMachines(runsOn);
    }

    /** The cloud that was asked for; empty when none was. */
    String cloud() {
        return Offers.cloud(runsOn);
    }

    boolean asksFor(String place) {
        return runsOn.stream().anyMatch(r -> r.contains(place));
    }

    /** {@code it has to run on-premises}, {@code it has to run on own servers}. */
    static String place(List<String> runsOn) {
        String places = String.join(" and ", runsOn);
        return places.startsWith("on") && !places.startsWith("on ") || places.startsWith("no ")
                ? "it has to run " + places.replaceFirst("^no cloud$", "without a cloud")
                : "it has to run on " + places;
    }

    static String euro(double value) {
        return Numbers.plain(BigDecimal.valueOf(value)) + " EUR";
    }

    static String rate(double perSecond) {
        return Numbers.print(BigDecimal.valueOf(perSecond), Unit.PER_SECOND);
    }

    static String bytes(double value) {
        return Numbers.print(BigDecimal.valueOf(value), Unit.BYTE);
    }

    static String seconds(double value) {
        return Numbers.print(BigDecimal.valueOf(value), Unit.SECOND);
    }

    static String minutes(double value) {
        return Numbers.plain(BigDecimal.valueOf(value)) + " min";
    }

    static String count(double n) {
        return Numbers.plain(BigDecimal.valueOf(n));
    }

    static String percent(double share) {
        return Numbers.percent(BigDecimal.valueOf(share));
    }

    static String people(double n) {
        if (n < 1) {
            return n == 0.5
                    ? "half an engineer"
                    : n == 0
                            ? "nobody"
                            : Numbers.percent(BigDecimal.valueOf(n)) + " of an engineer";
        }
        return n == 1 ? "one engineer" : count(n) + " engineers";
    }

    static String are(double n) {
        return n > 1 ? "there are " + people(n) : "there is " + people(n);
    }

    /** What the smallest set of machines for one instance of everything costs. */
    static double machine(Catalog catalog) {
        return catalog.price("virtual machine, 2 vCPU, 4 GB").eur().doubleValue();
    }

    /** {@code MySQL} of a list in lower case, as the catalogue writes it. */
    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
