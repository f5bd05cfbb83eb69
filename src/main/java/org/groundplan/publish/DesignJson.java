package org.groundplan.publish;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.groundplan.model.Actor;
import org.groundplan.model.Affinity;
import org.groundplan.model.Assumption;
import org.groundplan.model.Capacity;
import org.groundplan.model.Component;
import org.groundplan.model.Conflict;
import org.groundplan.model.Connection;
import org.groundplan.model.Constraint;
import org.groundplan.model.Crossing;
import org.groundplan.model.Decision;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Evidence;
import org.groundplan.model.Expr;
import org.groundplan.model.Finding;
import org.groundplan.model.Flow;
import org.groundplan.model.Index;
import org.groundplan.model.Integration;
import org.groundplan.model.Mechanisms;
import org.groundplan.model.Module;
import org.groundplan.model.Names;
import org.groundplan.model.Objective;
import org.groundplan.model.Operation;
import org.groundplan.model.Origin;
import org.groundplan.model.OwnPractice;
import org.groundplan.model.Quantity;
import org.groundplan.model.Question;
import org.groundplan.model.Recordings;
import org.groundplan.model.Refusal;
import org.groundplan.model.Rule;
import org.groundplan.model.Service;
import org.groundplan.model.Slice;
import org.groundplan.model.SqlPrinter;
import org.groundplan.model.Stage;
import org.groundplan.model.Statement;
import org.groundplan.model.Store;
import org.groundplan.model.Table;
import org.groundplan.model.TableConstraint;
import org.groundplan.model.Team;
import org.groundplan.model.Technology;
import org.groundplan.model.Threat;
import org.groundplan.model.Trait;
import org.groundplan.model.Transaction;
import org.groundplan.model.UseCase;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The whole model as {@code design.json}: one array for each kind of element, sorted by id. */
public final class DesignJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final ClassValue<RecordComponent[]> COMPONENTS =
            new ClassValue<>() {
                @Override
                protected RecordComponent[] computeValue(Class<?> type) {
                    return type.getRecordComponents();
                }
            };

    private final Design design;
    private final Map<String, List<Evidence>> evidence;
    private final Map<String, List<String>> constraints;
    private final Map<String, String> owners = new HashMap<>();

    private DesignJson(Design design) {
        this.design = design;
        this.evidence =
                design.all(Evidence.class).stream().collect(Collectors.groupingBy(Evidence::claim));
        this.constraints =
                design.all(TableConstraint.class).stream()
                        .collect(
                                Collectors.groupingBy(
                                        TableConstraint::table,
                                        Collectors.mapping(
                                                TableConstraint::id, Collectors.toList())));
        for (Module module : design.all(Module.class)) {
            module.owns().forEach(e -> owners.putIfAbsent(e, module.id()));
        }
    }

    private List<Evidence> about(String claim) {
        return evidence.getOrDefault(claim, List.of());
    }

    public static String render(Design design) {
        DesignJson json = new DesignJson(design);
        Map<String, List<Object>> arrays = new TreeMap<>();
        for (String name : ARRAYS) {
            arrays.put(name, new ArrayList<>());
        }
        for (Element element : design.elements().values()) {
            arrays.computeIfAbsent(array(element), _ -> new ArrayList<>())
                    .add(json.element(element));
        }
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("name", design.name());
        root.put("summary", design.summary());
        root.put("schema", "https://groundplan.org/schema/design-1.json");
        root.putAll(arrays);
        return MAPPER.writeValueAsString(root) + "\n";
    }

    private static final List<String> ARRAYS =
            List.of(
                    "entities",
                    "useCases",
                    "modules",
                    "affinities",
                    "crossings",
                    "services",
                    "stores",
                    "components",
                    "connections",
                    "flows",
                    "operations",
                    "events",
                    "tables",
                    "indexes",
                    "statements",
                    "rules",
                    "decisions",
                    "technologies",
                    "quantities",
                    "capacity",
                    "threats",
                    "objectives",
                    "slices",
                    "stages",
                    "conflicts",
                    "questions",
                    "assumptions",
                    "findings",
                    "evidence");

    private static String array(Element element) {
        return switch (element) {
            case Actor _ -> "actors";
            case Affinity _ -> "affinities";
            case Assumption _ -> "assumptions";
            case Capacity _ -> "capacity";
            case Component _, Integration _ -> "components";
            case Conflict _ -> "conflicts";
            case Connection _ -> "connections";
            case Constraint _ -> "constraints";
            case Crossing _ -> "crossings";
            case Decision _ -> "decisions";
            case Entity _ -> "entities";
            case Evidence _ -> "evidence";
            case Finding _ -> "findings";
            case Flow _ -> "flows";
            case Index _ -> "indexes";
            case Module _ -> "modules";
            case Objective _ -> "objectives";
            case Operation _ -> "operations";
            case OwnPractice _ -> "ownPractices";
            case Quantity _ -> "quantities";
            case Question _ -> "questions";
            case Refusal _ -> "refusals";
            case Rule _ -> "rules";
            case Service _ -> "services";
            case Slice _ -> "slices";
            case Stage _ -> "stages";
            case Statement _ -> "statements";
            case Store _ -> "stores";
            case Table _ -> "tables";
            case TableConstraint _ -> "tableConstraints";
            case Team _ -> "teams";
            case Technology _ -> "technologies";
            case Threat _ -> "threats";
            case Trait _ -> "traits";
            case Transaction _ -> "transactions";
            case UseCase _ -> "useCases";
        };
    }

    private Map<String, Object> element(Element element) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", element.id());
        json.put("origin", element.origin().kind().name().toLowerCase(Locale.ROOT));
        json.put("because", because(element));
        if (element instanceof Quantity q) {
            json.putAll(quantity(q));
        } else if (element instanceof Statement s) {
            json.put("useCase", s.useCase());
            json.put("purpose", s.purpose());
            json.put("sql", SqlPrinter.print(s.sql()));
            json.put("file", "db/main/statements/" + s.file());
            json.put("plan", plan(s.id()));
        } else {
            Map<String, Object> own = record(element);
            own.keySet().removeAll(List.of("id", "origin"));
            json.putAll(own);
        }
        enrich(element, json);
        return json;
    }

    private static Map<String, Object> because(Element element) {
        Origin origin = element.origin();
        Map<String, Object> because = new LinkedHashMap<>();
        because.put("from", element.follows());
        because.put("sentence", origin.sentence());
        if (!origin.step().isEmpty()) {
            because.put("step", origin.step());
        }
        if (origin.at() != null) {
            Map<String, Object> at = new LinkedHashMap<>();
            at.put("file", origin.at().file());
            at.put("line", origin.at().line());
            at.put("column", origin.at().column());
            at.put("text", origin.at().text().strip());
            because.put("at", at);
        }
        return because;
    }

    private static Map<String, Object> quantity(Quantity q) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("subject", q.subject());
        json.put("kind", q.kind());
        json.put("window", q.window());
        json.putAll(amount(q));
        return json;
    }

    private static Map<String, Object> amount(Quantity q) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("value", number(q.value()));
        json.put("unit", q.unit().symbol());
        json.put("formula", q.formula());
        return json;
    }

    private static BigDecimal number(BigDecimal value) {
        BigDecimal rounded =
                value.round(new java.math.MathContext(12, java.math.RoundingMode.HALF_UP))
                        .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /**
     * What design.json promises beyond the record: figures of other elements beside their subject.
     */
    private void enrich(Element element, Map<String, Object> json) {
        switch (element) {
            case Entity e -> {
                json.put("owner", owners.getOrDefault(e.name(), ""));
                Map<String, Object> volume = new LinkedHashMap<>();
                design.findQuantity("quantity:" + Names.slug(e.name()) + ".rows")
                        .ifPresent(q -> volume.put("horizon", amount(q)));
                design.findQuantity("quantity:" + Names.slug(e.name()) + ".bytes")
                        .ifPresent(q -> volume.put("bytes", amount(q)));
                json.put("volume", volume);
            }
            case UseCase u -> {
                Map<String, Object> rate = new LinkedHashMap<>();
                design.findQuantity("quantity:" + u.slug() + ".rate")
                        .ifPresent(q -> rate.put("average", amount(q)));
                design.findQuantity("quantity:" + u.slug() + ".rate-peak")
                        .ifPresent(q -> rate.put("peak", amount(q)));
                json.put("rate", rate);
                json.put("effects", u.effects().stream().map(e -> e.describe()).toList());
                json.put(
                        "servedBy",
                        design.find("operation:" + u.slug())
                                .map(o -> List.of(o.id()))
                                .orElse(List.of()));
            }
            case Rule r -> {
                json.put("kind", r.getClass().getSimpleName());
                json.put("paraphrase", r.paraphrase());
                json.put("counterexample", r.counterexample());
                json.put("mechanism", Mechanisms.of(design, r));
                json.put("trials", about(r.id()).stream().map(Evidence::id).toList());
            }
            case Operation o -> {
                json.put("samples", o.responses().stream().map(x -> sample(o, x)).toList());
            }
            case Table t -> {
                json.put("constraints", constraints.getOrDefault(t.name(), List.of()));
                json.put("policies", List.of());
                json.put("partitioning", "");
            }
            case Index i -> json.put("plan", plan(i.id()));
            case Question q -> {
                json.remove("defaultAnswer");
                json.put("default", q.defaultAnswer());
            }
            default -> {}
        }
    }

    private Map<String, Object> sample(Operation operation, Operation.Response response) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("status", response.status());
        String path = Recordings.path(operation, response);
        if (about(operation.id()).stream()
                .anyMatch(e -> e.verdict() == Evidence.Verdict.OBSERVED)) {
            json.put("recorded", path);
        } else {
            json.put("why", "not tried");
        }
        return json;
    }

    private String plan(String claim) {
        return about(claim).stream().map(Evidence::how).findFirst().orElse("not planned");
    }

    /** Records as maps, in the order of their components. Enumerations are lower-case words. */
    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal b -> number(b);
            case Evidence.Verdict v -> v.word();
            case Evidence.Basis b -> b.word();
            case Enum<?> e -> e.name().toLowerCase(Locale.ROOT);
            case Expr e -> e.formula();
            case Map<?, ?> m -> {
                Map<String, @Nullable Object> copy = new TreeMap<>();
                m.forEach((k, v) -> copy.put(String.valueOf(k), value(v)));
                yield copy;
            }
            case Collection<?> c -> c.stream().map(DesignJson::value).toList();
            case Record r -> record(r);
            default -> value;
        };
    }

    private static Map<String, @Nullable Object> record(Object element) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        for (RecordComponent component : COMPONENTS.get(element.getClass())) {
            try {
                Object inner = component.getAccessor().invoke(element);
                json.put(
                        component.getName(),
                        inner instanceof Origin o
                                ? o.kind().name().toLowerCase(Locale.ROOT)
                                : value(inner));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(component.getName(), e);
            }
        }
        return json;
    }
}
