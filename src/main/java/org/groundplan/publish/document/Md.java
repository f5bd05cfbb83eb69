package org.groundplan.publish.document;

import java.util.ArrayList;
import java.util.List;

/** Markdown as it is written. */
final class Md {
    private final StringBuilder out = new StringBuilder();

    Md heading(int level, String text) {
        blank();
        out.append("#".repeat(level)).append(' ').append(text).append("\n\n");
        return this;
    }

    Md text(String paragraph) {
        if (!paragraph.isBlank()) {
            blank();
            out.append(paragraph.strip()).append("\n\n");
        }
        return this;
    }

    Md list(List<String> items) {
        if (!items.isEmpty()) {
            blank();
            items.forEach(i -> out.append("- ").append(i).append("\n"));
            out.append("\n");
        }
        return this;
    }

    Md code(String language, String code) {
        blank();
        out.append("```").append(language).append("\n").append(code.strip()).append("\n```\n\n");
        return this;
    }

    Md table(List<String> head, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return this;
        }
        blank();
        row(head);
        row(head.stream().map(_ -> "---").toList());
        rows.forEach(this::row);
        out.append("\n");
        return this;
    }

    private void row(List<String> cells) {
        List<String> clean = new ArrayList<>();
        cells.forEach(c -> clean.add(c.replace("|", "\\|").replace("\n", " ")));
        out.append("| ").append(String.join(" | ", clean)).append(" |\n");
    }

    private void blank() {
        while (out.length() > 1
                && out.charAt(out.length() - 1) == '\n'
                && out.charAt(out.length() - 2) == '\n') {
            out.setLength(out.length() - 1);
        }
        if (!out.isEmpty()) {
            out.append('\n');
        }
    }

    String end() {
        return out.toString().strip() + "\n";
    }
}
