package org.groundplan.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An immutable set of elements, keyed and sorted by id. A brief is a design in which everything is
 * stated or authored; deriving adds the rest.
 */
public final class Design {
    private final String name;
    private final String summary;
    private final Map<String, Element> elements;
    private final Map<Class<?>, List<Element>> byKind;

    private Design(String name, String summary, TreeMap<String, Element> elements) {
        this.name = name;
        this.summary = summary;
        this.elements = Collections.unmodifiableMap(elements);
        this.byKind = new HashMap<>();
        for (Element element : elements.values()) {
            byKind.computeIfAbsent(element.getClass(), _ -> new ArrayList<>()).add(element);
        }
    }

    public static Design of(String name, String summary, Collection<? extends Element> elements) {
        return new Design(name, summary, new TreeMap<>()).with(elements);
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
    public <E extends Element> List<E> all(Class<E> kind) {
        if (kind.isInterface()) {
            return elements.values().stream().filter(kind::isInstance).map(kind::cast).toList();
        }
        return byKind.getOrDefault(kind, List.of()).stream().map(kind::cast).toList();
    }

    public Optional<Element> find(String id) {
        return Optional.ofNullable(elements.get(id));
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
        TreeMap<String, Element> copy = new TreeMap<>(elements);
        for (Element element : more) {
            copy.put(element.id(), element);
        }
        return new Design(name, summary, copy);
    }

    public Entity entity(String entityName) {
        return get(Entity.class, Entity.id(entityName));
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
