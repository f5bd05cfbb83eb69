package org.groundplan.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.groundplan.model.Artefacts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Parts of a design by name, and long ones in pages. */
final class Parts {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Artefacts files;

    Parts(Artefacts files) {
        this.files = files;
    }

    /** Null when there is no such part. */
    @Nullable String find(String part) {
        if (part.equals("files")) {
            return String.join("\n", files.files().keySet());
        }
        if (files.files().containsKey(part)) {
            return files.text(part);
        }
        if (part.matches("ARCHITECTURE\\.md#[1-7]")) {
            return section(part.charAt(part.length() - 1));
        }
        for (JsonNode array : JSON.readTree(files.text("design.json"))) {
            for (JsonNode element : array) {
                if (array.isArray() && element.path("id").asString("").equals(part)) {
                    return JSON.writeValueAsString(element);
                }
            }
        }
        return null;
    }

    private String section(char number) {
        StringBuilder out = new StringBuilder();
        boolean inside = false;
        for (String line : files.text("ARCHITECTURE.md").lines().toList()) {
            if (line.startsWith("## ")) {
                inside = line.startsWith("## " + number);
            }
            if (inside) {
                out.append(line).append("\n");
            }
        }
        return out.toString();
    }

    /** Pages of at most so many bytes, cut between lines where a line fits. */
    static List<String> pages(String text, int bytes) {
        List<String> pages = new ArrayList<>();
        StringBuilder page = new StringBuilder();
        int size = 0;
        for (String line : text.lines().toList()) {
            for (String piece : pieces(line, bytes)) {
                int more = piece.getBytes(StandardCharsets.UTF_8).length + 1;
                if (size + more > bytes && size > 0) {
                    pages.add(page.toString());
                    page.setLength(0);
                    size = 0;
                }
                page.append(piece).append("\n");
                size += more;
            }
        }
        pages.add(page.toString());
        return pages;
    }

    /** A line that is longer than a page, in pieces. */
    private static List<String> pieces(String line, int bytes) {
        int most = bytes / 4; // a character takes at most four bytes
        if (line.length() <= most) {
            return List.of(line);
        }
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i < line.length(); i += most) {
            pieces.add(line.substring(i, Math.min(line.length(), i + most)));
        }
        return pieces;
    }
}
