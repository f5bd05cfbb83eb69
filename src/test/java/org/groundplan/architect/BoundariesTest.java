package org.groundplan.architect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.groundplan.Examples;
import org.groundplan.model.Crossing;
import org.groundplan.model.Design;
import org.groundplan.model.Entity;
import org.groundplan.model.Finding;
import org.groundplan.model.Module;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Modules follow use, not names and not the order of a file. */
class BoundariesTest {
    private static final String SHOP =
            """
            name: Shop
            actors: { Buyer: { count: 1000 }, Clerk: }
            entities:
              Product: { count: 500, fields: { name: text, price: money } }
              Cart: { belongsTo: Buyer }
              CartItem: { partOf: Cart, belongsTo: Product }
              Buyer: { count: 1000, fields: { email: email } }
              Parcel: { belongsTo: Cart, fields: { status: [packed, sent] } }
              Rating: { belongsTo: [Product, Buyer], fields: { stars: integer } }
            useCases:
              - { name: browse products, actor: Buyer, reads: [Product] }
              - { name: change a price, actor: Clerk, does: update Product.price }
              - { name: put into the cart, actor: Buyer, does: [insert CartItem], reads: [Cart] }
              - { name: see my cart, actor: Buyer, reads: [Cart, CartItem] }
              - { name: pack a parcel, actor: Clerk, does: [insert Parcel] }
              - { name: send a parcel, actor: Clerk, does: ["Parcel.status: packed -> sent"] }
              - { name: see parcels, actor: Clerk, reads: [Parcel] }
              - { name: rate a product, actor: Buyer, does: [insert Rating] }
            rules:
              - "Parcel.status: packed -> sent"
            """;

    private static Map<String, String> modules(Design design) {
        Map<String, String> result = new TreeMap<>();
        design.all(Module.class).forEach(m -> result.put(m.name(), String.join(", ", m.owns())));
        return result;
    }

    private static String print(Map<String, String> modules) {
        return modules.entrySet().stream()
                .map(e -> e.getKey() + ": " + e.getValue())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void what_is_used_together_is_one_module() {
        assertThat(print(modules(Examples.derive(SHOP))))
                .isEqualTo(
                        """
                        buyers: Buyer
                        carts: Cart, CartItem
                        parcels: Parcel
                        products: Product, Rating\
                        """);
    }

    @Test
    void a_cut_says_what_crosses_it() {
        Design design = Examples.derive(Examples.text("food-delivery"));
        Crossing crossing = design.get(Crossing.class, "crossing:order.restaurant");
        assertThat(crossing.spans())
                .extracting(s -> s.kind() + " " + s.says())
                .containsExactly(
                        "RULE place an order only when Restaurant is open",
                        "READ Restaurant",
                        "READ MenuItem",
                        "REFERENCE Order.restaurant",
                        "REFERENCE OrderLine.menu item");
        assertThat(crossing.parted())
                .isEqualTo(
                        "“place an order only when Restaurant is open” would be checked against a copy of Restaurant, and hold only up to the copy's delay.");
        assertThat(design.quantity(crossing.rate()).formula()).isEqualTo("0.0333/s + 1.38/s");
    }

    @Test
    void what_the_brief_decided_wins_and_is_criticised() {
        Design design =
                Examples.derive(
                        Examples.text("food-delivery")
                                + """

                                design:
                                  modules:
                                    logistics: { owns: [Order, Courier], because: one team has both }
                                """);
        assertThat(modules(design)).containsEntry("logistics", "Order, Courier");
        assertThat(design.all(Finding.class))
                .extracting(Finding::message)
                .contains(
                        "“logistics” owns Courier, as the brief says, but “take a delivery” uses it together with Delivery: likeness 0.55, and 0.00 to what it stands with.")
                .anyMatch(m -> m.startsWith("“accept an order” changes data of "));
    }

    private static String shuffled(String brief) {
        // entities and use cases in the opposite order: blocks between the same indents
        List<String> sections = new ArrayList<>(List.of(brief.split("(?m)(?=^\\S)")));
        return sections.stream()
                .map(s ->
                        s.startsWith("entities:") || s.startsWith("useCases:")
                                ? s.lines().findFirst().orElse("")
                                        + "\n"
                                        + List.of(
                                                        s.substring(s.indexOf('\n') + 1)
                                                                .split("(?m)(?=^  \\S)"))
                                                .reversed()
                                                .stream()
                                                .map(b -> b.stripTrailing() + "\n")
                                                .collect(Collectors.joining())
                                : s)
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(strings = {"courts", "food-delivery", "helpdesk", "library", "wallet"})
    void the_order_of_the_brief_changes_nothing(String example) {
        String brief = Examples.text(example).replaceAll("(?m)\\s+#.*$", "");
        String other = shuffled(brief);
        assertThat(other).isNotEqualTo(brief);
        assertThat(modules(Examples.derive(other))).isEqualTo(modules(Examples.derive(brief)));
    }

    /** How many entities have to move to make one grouping of another. */
    static int moved(Design one, Design other) {
        Map<String, Set<String>> there = new HashMap<>();
        other.all(Module.class).forEach(m -> there.put(m.id(), new TreeSet<>(m.owns())));
        Set<String> both = new TreeSet<>();
        one.all(Entity.class).forEach(e -> both.add(e.name()));
        Set<String> others = new TreeSet<>();
        other.all(Entity.class).forEach(e -> others.add(e.name()));
        both.retainAll(others);
        int kept = 0;
        Set<String> taken = new TreeSet<>();
        List<Module> modules = new ArrayList<>(one.all(Module.class));
        modules.sort(java.util.Comparator.comparing((Module m) -> -m.owns().size()));
        for (Module module : modules) {
            String best = "";
            int most = 0;
            for (Map.Entry<String, Set<String>> e : new TreeMap<>(there).entrySet()) {
                Set<String> same = new TreeSet<>(module.owns());
                same.retainAll(e.getValue());
                same.retainAll(both);
                if (same.size() > most && !taken.contains(e.getKey())) {
                    most = same.size();
                    best = e.getKey();
                }
            }
            taken.add(best);
            kept += most;
        }
        return both.size() - kept;
    }

    /** Removals of one use case each, by how many entities moved. */
    static Map<Integer, Integer> removals(String example) {
        String brief = Examples.text(example);
        Design whole = Examples.derive(brief);
        Map<Integer, Integer> distribution = new TreeMap<>();
        String section = brief.substring(brief.indexOf("useCases:"));
        section = section.substring(0, section.indexOf("\nrules:"));
        for (String block : section.substring(section.indexOf('\n') + 1).split("(?m)(?=^  - )")) {
            String name = block.lines().findFirst().orElse("").replaceFirst(".*name: ", "");
            boolean needed =
                    brief.contains("\"" + name + "\"")
                            || brief.replace(block, "").contains(name)
                            || name.isBlank();
            if (!needed) {
                Design less = Examples.derive(brief.replace(block, ""));
                distribution.merge(moved(whole, less), 1, Integer::sum);
            }
        }
        return distribution;
    }

    @Test
    void one_use_case_less_moves_few_entities() {
        assertThat(removals("food-delivery").toString()).isEqualTo("{0=12, 1=5, 2=1}");
    }
}
