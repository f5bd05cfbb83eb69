package org.groundplan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groundplan.brief.prose.ProseReading;
import org.groundplan.model.Location;

/**
 * The sentences behind the lines of a brief that was read from prose and changed afterwards: a line
 * that is still there keeps its sentence.
 */
final class Sources {
    private Sources() {}

    static Map<Integer, Location> of(ProseReading prose, String yaml) {
        List<String> read = prose.yaml().lines().toList();
        List<String> now = yaml.lines().toList();
        Map<Integer, Location> sources = new HashMap<>();
        int from = 0;
        for (int i = 0; i < now.size(); i++) {
            for (int k = from; k < read.size(); k++) {
                if (read.get(k).equals(now.get(i))) {
                    Location at = prose.source(k + 1);
                    if (at != null) {
                        sources.put(i + 1, at);
                    }
                    from = k + 1;
                    break;
                }
            }
        }
        return sources;
    }
}
