package org.groundplan.brief.prose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An entity under construction. */
final class Thing {
    final String words;
    final String name;
    final Said said;
    String count = "";
    @Nullable Said counted;
    final Set<String> belongsTo = new LinkedHashSet<>();
    final Map<String, Said> ties = new LinkedHashMap<>();
    final Map<String, String> fields = new LinkedHashMap<>();
    final List<String> states = new ArrayList<>();
    @Nullable Said stated;
    String keep = "";
    @Nullable Said kept;
    String data = "";
    boolean tenant;
    String sizeLimit = "";
    String size = "";
    String largest = "";

    Thing(String words, Said said) {
        this.words = words;
        this.name = Things.camel(words);
        this.said = said;
    }
}
