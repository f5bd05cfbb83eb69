package org.groundplan.architect.workload;

import java.util.List;
import java.util.Optional;
import org.groundplan.model.Design;
import org.groundplan.model.Element;
import org.groundplan.model.Entity;
import org.groundplan.model.Expr;
import org.groundplan.model.Field;
import org.groundplan.model.FieldType;
import org.groundplan.model.Names;
import org.groundplan.model.Origin;
import org.groundplan.model.Quantity;
import org.groundplan.model.Unit;

/** Bytes from rows: tables with their indexes, and files beside them. */
public final class StorageStep {
    /** Tuple header and line pointer, PostgreSQL documentation, "Database Page Layout". */
    private static final long ROW_OVERHEAD = 28;

    /** Three entries of a B-tree: key, pointer and slack. */
    private static final long INDEXES = 200;

    private Design design;

    private StorageStep(Design design) {
        this.design = design;
    }

    public static Design apply(Design design) {
        StorageStep step = new StorageStep(design);
        design.all(Entity.class).forEach(step::bytes);
        step.total();
        return step.design;
    }

    private void add(Element element) {
        design = design.with(element);
    }

    private void bytes(Entity entity) {
        long width =
                ROW_OVERHEAD
                        + 16
                        + 16L * entity.parents().size()
                        + 8
                        + entity.fields().stream().map(Field::type).mapToLong(t -> t.width()).sum();
        String slug = Names.slug(entity.name());
        Optional<Quantity> size = design.findQuantity("quantity:" + slug + ".size");
        Quantity rows = design.quantity("quantity:" + slug + ".rows");
        boolean files = entity.fields().stream().anyMatch(f -> f.type() == FieldType.FILE);
        if (files && size.isPresent()) {
            add(
                    Quantity.of(
                            "quantity:" + slug + ".files",
                            entity.id(),
                            "storage",
                            rows.window(),
                            Expr.times(Expr.ref(rows), Expr.ref(size.get())),
                            Origin.derived(
                                    "volume",
                                    "Files lie in object storage; the row holds where.",
                                    List.of(entity.id()))));
        } else if (size.isPresent()) {
            add(
                    Quantity.of(
                            "quantity:" + slug + ".bytes",
                            entity.id(),
                            "storage",
                            rows.window(),
                            Expr.times(
                                    Expr.ref(rows),
                                    Expr.plus(
                                            List.of(
                                                    Expr.ref(size.get()),
                                                    Expr.constant(
                                                            INDEXES + " B", INDEXES, Unit.BYTE)))),
                            Origin.derived(
                                    "volume",
                                    "Rows × the stated size and three index entries (assumed).",
                                    List.of(entity.id()))));
            return;
        }
        Expr row = Expr.constant(width + " B", width, Unit.BYTE);
        add(
                Quantity.of(
                        "quantity:" + slug + ".bytes",
                        entity.id(),
                        "storage",
                        rows.window(),
                        Expr.times(Expr.ref(rows), row, Expr.constant("2", 2, Unit.ONE)),
                        Origin.derived(
                                "volume",
                                "Rows × row width × 2 for indexes and slack (assumed).",
                                List.of(entity.id()))));
    }

    private void total() {
        List<Expr> files =
                design.all(Entity.class).stream()
                        .flatMap(e ->
                                design
                                        .findQuantity("quantity:" + Names.slug(e.name()) + ".files")
                                        .stream())
                        .map(Expr::ref)
                        .toList();
        if (!files.isEmpty()) {
            add(
                    Quantity.of(
                            "quantity:system.files",
                            "system",
                            "storage",
                            "horizon",
                            Expr.plus(files),
                            Origin.derived(
                                    "volume", "All files, outside the database.", List.of())));
        }

        List<Expr> parts =
                design.all(Entity.class).stream()
                        .map(e ->
                                Expr.ref(
                                        design.quantity(
                                                "quantity:" + Names.slug(e.name()) + ".bytes")))
                        .toList();
        if (!parts.isEmpty()) {
            add(
                    Quantity.of(
                            "quantity:system.bytes",
                            "system",
                            "storage",
                            "horizon",
                            Expr.plus(parts),
                            Origin.derived("volume", "All tables with their indexes.", List.of())));
        }
    }
}
