package org.groundplan.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * An immutable set of elements, keyed and sorted by id. A brief is a design in which everything is
 * stated or authored; deriving adds the rest.
 */
public final class Design {
    private final String name;
    private final String summary;
    private final TreePMap<String, Element> elements;
    private final PMap<Class<?>, TreePMap<String, Element>> byKind;
    private final Map<Class<?>, List<Element>> lists = new ConcurrentHashMap<>();
    private final Map<Class<?>, Object> memos = new ConcurrentHashMap<>();
    private volatile @Nullable Map<String, Element> index;
    private int looked;

    private Design(
            String name,
            String summary,
            TreePMap<String, Element> elements,
            PMap<Class<?>, TreePMap<String, Element>> byKind) {
        this.name = name;
        this.summary = summary;
        this.elements = elements;
        this.byKind = byKind;
    }

    public static Design of(String name, String summary, Collection<? extends Element> elements) {
        return new Design(name, summary, TreePMap.empty(), HashTreePMap.empty()).with(elements);
    }

    /** Something worked out from this design, once; making it may ask for others. */
    public <T> T memo(Class<T> kind, Function<Design, T> make) {
        Object known = memos.get(kind);
        if (known == null) {
            known = make.apply(this);
            memos.putIfAbsent(kind, known);
        }
        return kind.cast(known);
    }

    public String name() {
        return name;
    }

    public String summary() {
        return summary;
    }

    /** All elements by id. */
    public Map<String, Element> elements() {
        return elements;
    }

    /** Elements of one kind, sorted by id. Sealed sub-families are given by their interface. */
    @SuppressWarnings("unchecked") // the list holds what was filed under that kind
    public <E extends Element> List<E> all(Class<E> kind) {
        return (List<E>)
                lists.computeIfAbsent(
                        kind,
                        k -> {
                            TreePMap<String, Element> filed = byKind.get(k);
                            return filed == null ? List.of() : List.copyOf(filed.values());
                        });
    }

    /** What an element is filed under: its own kind and the sealed families it belongs to. */
    private static List<Class<?>> kinds(Element element) {
        return switch (element) {
            case TimeRule t -> List.of(t.getClass(), Rule.class, TimeRule.class);
            case AccessRule a -> List.of(a.getClass(), Rule.class, AccessRule.class);
            case Rule r -> List.of(r.getClass(), Rule.class);
            default -> List.of(element.getClass());
        };
    }

    /** Once it has been asked as often as it has elements, it answers from a hash table. */
    public Optional<Element> find(String id) {
        Map<String, Element> ready = index;
        if (ready == null && ++looked > elements.size()) {
            ready = new HashMap<>(elements);
            index = ready;
        }
        return Optional.ofNullable(ready == null ? elements.get(id) : ready.get(id));
    }

    public <E extends Element> Optional<E> find(Class<E> kind, String id) {
        return find(id).filter(kind::isInstance).map(kind::cast);
    }

    /**
     * @throws IllegalArgumentException when there is no such element of that kind
     */
    public <E extends Element> E get(Class<E> kind, String id) {
        return find(kind, id)
                .orElseThrow(() ->
                        new IllegalArgumentException("no " + kind.getSimpleName() + " " + id));
    }

    public Design with(Element element) {
        return with(List.of(element));
    }

    /** Adds, or replaces what has the same id. */
    public Design with(Collection<? extends Element> more) {
        TreePMap<String, Element> all = elements;
        PMap<Class<?>, TreePMap<String, Element>> kinds = byKind;
        Set<Class<?>> touched = new HashSet<>();
        for (Element element : more) {
            Element before = all.get(element.id());
            if (before != null && before.getClass() != element.getClass()) {
                for (Class<?> kind : kinds(before)) {
                    kinds = kinds.plus(kind, filed(kinds, kind).minus(element.id()));
                    touched.add(kind);
                }
            }
            all = all.plus(element.id(), element);
            for (Class<?> kind : kinds(element)) {
                kinds = kinds.plus(kind, filed(kinds, kind).plus(element.id(), element));
                touched.add(kind);
            }
        }
        Design result = new Design(name, summary, all, kinds);
        lists.forEach((kind, list) -> {
            if (!touched.contains(kind)) {
                result.lists.put(kind, list);
            }
        });
        return result;
    }

    private static TreePMap<String, Element> filed(
            PMap<Class<?>, TreePMap<String, Element>> kinds, Class<?> kind) {
        TreePMap<String, Element> filed = kinds.get(kind);
        return filed == null ? TreePMap.empty() : filed;
    }

    public Entity entity(String entityName) {
        return get(Entity.class, Entity.id(entityName));
    }

    /**
     * The shortest way from an entity up along what it belongs to, both ends included; empty when
     * there is none.
     */
    public List<String> up(String start, String goal) {
        Deque<List<String>> queue = new ArrayDeque<>(List.of(List.of(start)));
        Set<String> seen = new HashSet<>(Set.of(start));
        while (!queue.isEmpty()) {
            List<String> way = queue.removeFirst();
            if (way.getLast().equals(goal)) {
                return way;
            }
            for (String parent : entity(way.getLast()).parents()) {
                if (seen.add(parent)) {
                    List<String> longer = new ArrayList<>(way);
                    longer.add(parent);
                    queue.addLast(longer);
                }
            }
        }
        return List.of();
    }

    public Table tableOf(String entityName) {
        return get(Table.class, Table.id(Names.snake(entityName)));
    }

    public UseCase useCase(String id) {
        return get(UseCase.class, id);
    }

    public Quantity quantity(String id) {
        return get(Quantity.class, id);
    }

    public Optional<Quantity> findQuantity(String id) {
        return find(Quantity.class, id);
    }
}
