package org.groundplan.server;

import java.util.Map;
import java.util.function.Consumer;

/**
 * One thing an agent can do, whatever protocol carries it.
 *
 * @param input JSON Schema of the arguments
 * @param output JSON Schema of the structured answer; empty when the answer is text
 * @param readsOnly whether it changes nothing on disk
 */
record Tool(
        String name,
        String title,
        String description,
        Map<String, Object> input,
        Map<String, Object> output,
        boolean readsOnly,
        Handler handler) {
    /** Carries it out. */
    interface Handler {
        /**
         * @param progress one line for each thing that begins
         */
        Answer call(Map<String, Object> arguments, Consumer<String> progress);
    }

    /**
     * What comes back.
     *
     * @param text short, for a reader; says what to do next
     * @param structured the same as data; empty for text and for errors
     * @param error true when the arguments or the moment were wrong
     */
    record Answer(String text, Map<String, Object> structured, boolean error) {
        static Answer text(String text) {
            return new Answer(text, Map.of(), false);
        }

        static Answer wrong(String text) {
            return new Answer(text, Map.of(), true);
        }
    }
}
