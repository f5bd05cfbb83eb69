package org.groundplan.server;

import java.util.List;
import java.util.Map;

/**
 * The tools of a conversation: hand in a brief or prose, see what is open, see what was assumed,
 * design and try, read any part, ask why, try again after edits. Nothing is designed without a
 * brief.
 */
final class AgentTools {
    static final String INSTRUCTIONS =
            "Groundplan works out a backend from a brief (YAML), tries the result on a real PostgreSQL and says what it found. Order: submit_brief (or read_prose), then questions (ask the user about the first ones), design, get to read parts (start with ARCHITECTURE.md#1), explain for any number or element. Report what is broken, assumed and not run as plainly as what held.";

    private AgentTools() {}

    static List<Tool> of(Conversation conversation) {
        return List.of(
                new Tool(
                        "submit_brief",
                        "Hand in a brief",
                        "Reads a brief in YAML and says how each rule was understood and one thing it forbids. Errors say line, column, what was expected and what to write. Replaces the brief before.",
                        Schemas.object(
                                List.of("brief"),
                                "brief",
                                Schemas.text("the YAML text, at most 2 MB")),
                        Schemas.object(
                                List.of("accepted", "next"),
                                "accepted",
                                Schemas.truth("false: correct the errors and hand it in again"),
                                "name",
                                Schemas.text("title"),
                                "entities",
                                Schemas.number("how many"),
                                "useCases",
                                Schemas.number("how many"),
                                "diagnostics",
                                Schemas.texts(),
                                "rules",
                                Schemas.list(
                                        Schemas.object(
                                                List.of("rule", "understood", "forbids"),
                                                "rule",
                                                Schemas.text("as written"),
                                                "understood",
                                                Schemas.text("in other words"),
                                                "forbids",
                                                Schemas.text("one counterexample"))),
                                "next",
                                Schemas.text("what to do")),
                        true,
                        conversation::submit),
                new Tool(
                        "read_prose",
                        "Read prose",
                        "Reads a page of English prose or user stories, without a language model, into a brief in YAML with each fact beside its sentence, and hands it in. Says what is doubtful and what was not understood: show that to the user.",
                        Schemas.object(
                                List.of("prose"),
                                "prose",
                                Schemas.text("Markdown or plain text, at most 600,000 characters")),
                        Map.of(),
                        true,
                        conversation::prose),
                new Tool(
                        "questions",
                        "What to ask",
                        "The open questions, the most consequential first: the design was derived again under plausible answers. Each with what hangs on it, what is taken until answered, and the path in the brief where the answer goes.",
                        Schemas.object(List.of()),
                        Map.of(),
                        true,
                        conversation::questions),
                new Tool(
                        "assumptions",
                        "What was assumed",
                        "What nobody said and was assumed, with what changes if it is wrong, and the questions only the customer can answer. Answers go into the brief (facts, or answers: by question id).",
                        Schemas.object(List.of(), "page", Schemas.number("from 1; default 1")),
                        Schemas.object(
                                List.of("assumptions", "questions", "page", "pages"),
                                "assumptions",
                                Schemas.list(
                                        Schemas.object(
                                                List.of("what", "value", "ifWrong"),
                                                "what",
                                                Schemas.text("subject"),
                                                "value",
                                                Schemas.text("taken"),
                                                "ifWrong",
                                                Schemas.text("consequence"))),
                                "questions",
                                Schemas.list(
                                        Schemas.object(
                                                List.of("id", "question", "taken"),
                                                "id",
                                                Schemas.text("key under answers:"),
                                                "question",
                                                Schemas.text("to the customer"),
                                                "taken",
                                                Schemas.text("until answered"))),
                                "page",
                                Schemas.number("this one"),
                                "pages",
                                Schemas.number("in all")),
                        true,
                        conversation::assumptions),
                new Tool(
                        "design",
                        "Design and try",
                        "Derives the whole design and tries it: migrations, every statement's plan, every rule attacked concurrently, every answer recorded. About 10 s; trial=false takes 1 s and tries nothing. Writes files only if folder is given.",
                        Schemas.object(
                                List.of(),
                                "trial",
                                Schemas.truth("default true"),
                                "folder",
                                Schemas.text(
                                        "relative folder to write to; edited files in it are never overwritten")),
                        Schemas.object(
                                List.of(
                                        "status",
                                        "summary",
                                        "evidence",
                                        "broken",
                                        "findings",
                                        "modules",
                                        "decisions",
                                        "next"),
                                "status",
                                Map.of(
                                        "type",
                                        "string",
                                        "enum",
                                        List.of("held", "broken", "errors", "not tried")),
                                "summary",
                                Schemas.text("one line"),
                                "evidence",
                                Map.of(
                                        "type",
                                        "object",
                                        "additionalProperties",
                                        Map.of("type", "integer")),
                                "broken",
                                Schemas.texts(),
                                "findings",
                                Schemas.texts(),
                                "modules",
                                Schemas.texts(),
                                "decisions",
                                Schemas.texts(),
                                "files",
                                Schemas.number("written to folder, or kept in memory"),
                                "next",
                                Schemas.text("what to do")),
                        false,
                        conversation::design),
                new Tool(
                        "decide",
                        "One decision",
                        "Answers one question from the brief, e.g. do we need Kafka: what is chosen and why, what rules the others out, at which value the answer would be another. Changes nothing.",
                        Schemas.object(
                                List.of("question"),
                                "question",
                                Schemas.text("in words, or the name of a decision")),
                        Map.of(),
                        true,
                        conversation::decide),
                new Tool(
                        "get",
                        "Read a part",
                        "Reads any part of the design, one page of at most 8 kB at a time: files (the list), a file's path, ARCHITECTURE.md#1 to #7 (a section), or an element's id such as rule:… or decision:….",
                        Schemas.object(
                                List.of("part"),
                                "part",
                                Schemas.text("files | path | ARCHITECTURE.md#n | element id"),
                                "page",
                                Schemas.number("from 1; default 1")),
                        Map.of(),
                        true,
                        conversation::get),
                new Tool(
                        "explain",
                        "Why",
                        "Why an element, number or decision is there, back to the line of the brief.",
                        Schemas.object(
                                List.of("name"),
                                "name",
                                Schemas.text("an id, a name, or a number as printed")),
                        Map.of(),
                        true,
                        conversation::explain),
                new Tool(
                        "check",
                        "Try edited files",
                        "Tries the design again with your versions of files under db/ and api/ in place of the derived ones: does the DDL run, do the rules still hold, do the answers still fit the contract. Writes nothing.",
                        Schemas.object(
                                List.of("files"),
                                "files",
                                Map.of(
                                        "type",
                                        "object",
                                        "description",
                                        "path to content, e.g. db/main/V001__tables_rules_indexes.sql",
                                        "additionalProperties",
                                        Map.of("type", "string"))),
                        Schemas.object(
                                List.of("held", "broken", "claims"),
                                "held",
                                Schemas.truth("nothing broke"),
                                "broken",
                                Schemas.texts(),
                                "claims",
                                Schemas.number("tried")),
                        true,
                        conversation::check));
    }
}
