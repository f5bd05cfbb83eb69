package org.groundplan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.groundplan.model.Artefacts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A design's folder, in which people work, too. New files are staged and then moved; a run that
 * dies in between is finished or forgotten by the next. A file that somebody edited is never
 * overwritten unasked.
 */
public final class Folder {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String STATE = ".groundplan";
    private static final String MEASURED = "evidence/measured/";
    private static final String OVERRIDES = "overrides/";

    /** The brief of a design. */
    public static final String BRIEF = "brief.yaml";

    /** The brief as it was last read from prose; what somebody changed since is merged. */
    public static final String BASE = "reading/brief.yaml";

    private Folder() {}

    /** What to do with files that somebody edited. */
    public enum Edits {
        STOP,
        /** Keep them as overrides, which the next runs carry through. */
        KEEP,
        DISCARD
    }

    /** Somebody edited files that would be overwritten. */
    public static final class EditedException extends Exception {
        private final List<String> paths;

        EditedException(List<String> paths) {
            super("edited by hand: " + String.join(", ", paths));
            this.paths = List.copyOf(paths);
        }

        public List<String> paths() {
            return paths;
        }
    }

    /**
     * Files under {@code overrides/}, by the path they replace. At most 1,000, at most 2 MB each.
     */
    public static Map<String, String> overrides(Path folder) throws IOException {
        Path root = folder.resolve("overrides");
        Map<String, String> result = new TreeMap<>();
        if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            return result;
        }
        try (Stream<Path> files = Files.walk(root, 8)) {
            for (Path file :
                    files.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
                            .sorted()
                            .limit(1000)
                            .toList()) {
                if (Files.size(file) <= 2_000_000) {
                    result.put(
                            root.relativize(file).toString().replace('\\', '/'),
                            Files.readString(file));
                }
            }
        }
        return result;
    }

    static void write(Path folder, Artefacts files, Edits edits)
            throws IOException, EditedException {
        Files.createDirectories(folder);
        recover(folder);
        Map<String, String> before = manifest(folder);
        List<String> edited = edited(folder, files, before);
        Map<String, String> next = new TreeMap<>(files.files());
        if (!edited.isEmpty()) {
            switch (edits) {
                case STOP -> throw new EditedException(edited);
                case KEEP -> {
                    for (String path : edited) {
                        next.put(OVERRIDES + path, Files.readString(inside(folder, path)));
                        next.remove(path);
                    }
                }
                case DISCARD -> {}
            }
        }
        stage(folder, next, before);
        commit(folder);
    }

    /** Ours and changed since, or never ours and in the way. */
    private static List<String> edited(Path folder, Artefacts files, Map<String, String> before)
            throws IOException {
        List<String> edited = new ArrayList<>();
        for (Map.Entry<String, String> file : files.files().entrySet()) {
            Path path = inside(folder, file.getKey());
            boolean merged = file.getKey().equals(BRIEF) && files.files().containsKey(BASE);
            if (merged
                    || !Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                    || file.getKey().startsWith(MEASURED)) {
                continue;
            }
            String now = digest(Files.readAllBytes(path));
            boolean ours = now.equals(before.get(file.getKey()));
            boolean same = now.equals(digest(file.getValue().getBytes(StandardCharsets.UTF_8)));
            if (!ours && !same) {
                edited.add(file.getKey());
            }
        }
        return edited;
    }

    private static void stage(Path folder, Map<String, String> next, Map<String, String> before)
            throws IOException {
        Path staging = folder.resolve(STATE).resolve("next");
        remove(staging);
        CompletableFuture<Map<String, String>> digests =
                CompletableFuture.supplyAsync(() -> digests(next));
        for (Map.Entry<String, String> file : next.entrySet()) {
            Path path = inside(staging, file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        List<String> gone =
                before.keySet().stream()
                        .filter(p -> !next.containsKey(p) && !next.containsKey(OVERRIDES + p))
                        .toList();
        Files.writeString(
                folder.resolve(STATE).resolve("next.json"),
                JSON.writeValueAsString(Map.of("files", digests.join(), "gone", gone)) + "\n");
        Files.writeString(folder.resolve(STATE).resolve("commit"), "");
    }

    /** From here on the change is made, now or by the next run. */
    private static void commit(Path folder) throws IOException {
        Path state = folder.resolve(STATE);
        Path staging = state.resolve("next");
        JsonNode plan = JSON.readTree(state.resolve("next.json"));
        if (Files.isDirectory(staging)) {
            try (Stream<Path> files = Files.walk(staging)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    Path target = inside(folder, staging.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.move(
                            file,
                            target,
                            StandardCopyOption.REPLACE_EXISTING,
                            StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }
        for (JsonNode path : plan.path("gone")) {
            Path file = inside(folder, path.asString(""));
            String was = manifest(folder).getOrDefault(path.asString(""), "");
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && digest(Files.readAllBytes(file)).equals(was)) {
                Files.delete(file);
                Path parent = file.getParent();
                if (parent != null && !parent.equals(folder) && isEmpty(parent)) {
                    Files.delete(parent);
                }
            }
        }
        Files.writeString(
                state.resolve("manifest.json"), JSON.writeValueAsString(plan.path("files")) + "\n");
        Files.delete(state.resolve("commit"));
        Files.delete(state.resolve("next.json"));
        remove(staging);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    private static void recover(Path folder) throws IOException {
        Path state = folder.resolve(STATE);
        if (Files.exists(state.resolve("commit"))) {
            commit(folder);
        } else {
            remove(state.resolve("next"));
        }
    }

    private static Map<String, String> manifest(Path folder) throws IOException {
        Path file = folder.resolve(STATE).resolve("manifest.json");
        Map<String, String> result = new TreeMap<>();
        if (Files.exists(file)) {
            JSON.readTree(file)
                    .properties()
                    .forEach(e -> result.put(e.getKey(), e.getValue().asString("")));
        }
        return result;
    }

    /**
     * A path below the folder, never through a symbolic link.
     *
     * @throws IOException when it would leave the folder
     */
    private static Path inside(Path folder, String relative) throws IOException {
        Path path = folder.resolve(relative).normalize();
        if (!path.startsWith(folder.normalize()) || relative.isEmpty()) {
            throw new IOException("a path outside the output folder: " + relative);
        }
        for (Path part = path;
                part != null && !part.equals(folder.normalize());
                part = part.getParent()) {
            if (Files.isSymbolicLink(part)) {
                throw new IOException(
                        "a symbolic link in the output folder: " + folder.relativize(part));
            }
        }
        return path;
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Map<String, String> digests(Map<String, String> files) {
        Map<String, String> digests = new TreeMap<>();
        files.forEach((path, text) -> {
            if (!path.startsWith(OVERRIDES)) {
                digests.put(path, digest(text.getBytes(StandardCharsets.UTF_8)));
            }
        });
        return digests;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
