package org.groundplan.brief.prose;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundplan.brief.prose.Surroundings.Found;

/**
 * Other systems that no list knows: partners and their interfaces, somebody else's program or
 * register, who exchanges files, names with a capital that data comes from or goes to.
 */
final class OtherSystems {
    private static final Pattern PARTNER =
            Pattern.compile(
                    "(?i)\\b(?:(?:our|the|their|its|an?|each)\\s+)?((?:[\\p{L}-]+(?:'s)?\\s+){0,3}?(?:apis?|partner's api|partner|provider|gateway(?! per)|mainframe|erp|crm|payment provider|bank|clearing house|data feed|feed|web ?service|warehouse system|accounting system|accounting software|ledger system|pos system|till system|billing system|card system|booking system|acquirer|legacy system|identity system|hr system|payroll system|printer|scanner))\\b");
    private static final String FOREIGN =
            "(?:[\\p{L}-]+ ){1,2}(?:system|service|bureau|checker|supplier|agency|authority|institute|exchange|company|meter|box|register|registry|portal)";
    private static final Pattern OTHERS =
            Pattern.compile(
                    "(?i)\\b(?:the |our |an? |their |each )?("
                            + FOREIGN
                            + ") (?:which |that )?(?:sends? us|returns?|takes? (?:up to|at most|about|\\d)|answers?|allows?|accepts? (?:at most|up to|no more|\\d)|is (?:sometimes |often )?(?:down|offline|closed|unavailable)|fails?|gives? us|provides? us|delivers? us)\\b|\\b(?:through|via|from|by|over|to|against) (?:the |our |an? |their )("
                            + FOREIGN
                            + ")\\b");
    private static final Pattern OWNED =
            Pattern.compile(
                    "(?i)\\b(?:the|our|their|an?)\\s+((?:[\\p{L}-]+ ){0,2}[\\p{L}-]+(?:'s|s')\\s+(?:[\\p{L}-]+ ){0,1}(?:system|software|program|portal|register|registry|exchange|database|server|web ?service|interface|platform|cloud))\\b|\\b(?:the|an?) ((?:accounting|bookkeeping|payroll|billing|booking|tax|planning|scheduling|warehouse|customs|dispatch) (?:program|programme|package|tool|portal))\\b");
    private static final Pattern FILES =
            Pattern.compile(
                    "(?i)\\b(?:from|to|with) (?:the|our|an?) ([\\p{Ll}' -]{3,40}?)(?: once [^.,;]{1,15}| every [^.,;]{1,12})? (?:as|in) an? (?:[\\p{L}-]+ ){0,2}(?:file|spreadsheet|export|dump|csv|xml)\\b|\\b(?:the|our) ([\\p{Ll}' -]{3,40}?) (?:has|offers|provides|gives us|runs) an? (?:web ?service|api|interface|feed)\\b|\\b(?:the|our) ([\\p{Ll}-]+(?: [\\p{Ll}-]+){0,2} system),? (?:over|via|through) \\S");
    private static final Pattern NAMED =
            Pattern.compile(
                    "\\b(?:from|to|with|via|through|by|over|against|into|using|on|called) (?:the |our )?(\\p{Lu}[\\p{L}\\p{N}]+(?: \\p{Lu}[\\p{L}\\p{N}]+){0,3})(?![\\p{L}\\p{N}])");
    private static final Pattern EXCHANGE =
            Pattern.compile(
                    "(?i)\\b(?:sends?|sent|hands?|handed|pass(?:es|ed)?|gets?|fetch\\w*|receiv\\w*|import\\w*|export\\w*|exchang\\w*|check(?:s|ed)?|verif\\w*|sync\\w*|connect\\w*|charg\\w*|pays?|paid|push\\w*|pull\\w*|feeds?|fed|reports?|reported|filed|posts?|posted|upload\\w*|download\\w*|transfer\\w*|reads?|goes? (?:through|to|out to)|take place|takes place|comes? from|come in|deliver\\w*|talks?|calls?|booked|looked up|printed|synchronis\\w*|log in|sign in|published|submitted|forwarded|written)\\b");

    private OtherSystems() {}

    /** By the words around. */
    static void described(String text, List<Found> found) {
        partner(text, found);
        others(text, found);
        owned(text, found);
        exchanged(text, found);
    }

    private static void partner(String text, List<Found> found) {
        Matcher m = PARTNER.matcher(text);
        while (m.find()) {
            String name =
                    m.group(1)
                            .toLowerCase(Locale.ROOT)
                            .replaceFirst(
                                    "^(?:(?:the|our|through|to|by|via|from|of|and|with|for|as|is|be|even|if|when|that|which|because|while|so|but|whether|until|only|down|fails|are|each|every|an?|sent|read|back|in|allow|allows)\\s+)+",
                                    "")
                            .replaceFirst("(?:'s)? apis?$", "")
                            .replaceFirst(
                                    "^.*\\b(?:through|via|from|by|with|at|to) (?:the |our |their |an? )?(?=\\S)",
                                    "");
            boolean other =
                    name.matches(
                                    ".*\\b(?:partner|provider|bank|mainframe|erp|crm|registe?ry?|clearing house|feed|.* system|accounting software|scanner|gateway|printer)\\b.*")
                            || m.group(1).matches("(?i).*\\bapis?")
                                    && name.matches("[\\p{L}' -]{3,40}")
                                    && !name.matches(
                                            "(?:rest|graphql|public|web|http|json|open|our|the|an?|api|apis)");
            if (other
                    && name.length() > 2
                    && name.length() <= 40
                    && !name.matches("(?:the |our )?(?:system|bank account.*)")
                    && !text.substring(m.end()).matches("(?is)^ accounts?\\b.*|^ holidays?\\b.*")
                    && !name.matches(
                            ".*\\b(?:must|may|can|is|are|will|that|which|who|when)\\b.*")) {
                Surroundings.add(
                        found,
                        new Found(
                                "integration",
                                name,
                                "",
                                m.start(1),
                                m.end(1),
                                name.matches(".*\\b(?:scanner|printer|gateway|feed)\\b.*")
                                        ? 62
                                        : 78));
            }
        }
    }

    /** Somebody else's system, by what it does: {@code the laboratory system sends us results}. */
    private static void others(String text, List<Found> found) {
        Matcher m = OTHERS.matcher(text);
        while (m.find()) {
            String name = m.group(1) == null ? m.group(2) : m.group(1);
            int start = m.group(1) == null ? m.start(2) : m.start(1);
            String plain = name.toLowerCase(Locale.ROOT);
            boolean ours =
                    plain.matches(
                            "(?:the|our|this|a|new|whole|old|back-?end|software|such|same) ?\\p{L}*|(?:our|the) (?:new )?(?:system|service|software|platform)");
            if (!ours && plain.contains(" ")) {
                Surroundings.add(
                        found,
                        new Found(
                                "integration",
                                plain.replaceFirst("^(?:the|our|an?|their|each|its) ", ""),
                                "",
                                start,
                                start + name.length(),
                                72));
            }
        }
    }

    /** {@code the coast guard's system}, {@code the accounting program of our tax adviser}. */
    private static void owned(String text, List<Found> found) {
        Matcher m = OWNED.matcher(text);
        while (m.find()) {
            String name = m.group(m.group(1) == null ? 2 : 1);
            int start = m.group(1) == null ? m.start(2) : m.start(1);
            String plain = name.toLowerCase(Locale.ROOT);
            if (!plain.matches(
                    "(?:customer|user|member|client|company|system|day|week|month|year|guest)s?'.*")) {
                Surroundings.add(
                        found,
                        new Found("integration", plain, "", start, start + name.length(), 68));
            }
        }
    }

    /** Who sends or takes files, has a web service, or is reached by a protocol. */
    private static void exchanged(String text, List<Found> found) {
        Matcher m = FILES.matcher(text);
        while (m.find()) {
            int group = m.group(1) != null ? 1 : m.group(2) != null ? 2 : 3;
            String name = m.group(group);
            Surroundings.add(
                    found,
                    new Found(
                            "integration",
                            name.toLowerCase(Locale.ROOT),
                            "",
                            m.start(group),
                            m.end(group),
                            66));
        }
    }

    /**
     * A name with a capital that data comes from or goes to, and that is no place, month or
     * technology.
     */
    static void named(String text, List<Found> found) {
        Matcher m = NAMED.matcher(text);
        while (m.find()) {
            String name = m.group(1);
            int start = m.start(1);
            boolean known =
                    found.stream()
                            .anyMatch(o -> o.start() < start + name.length() && o.end() > start);
            boolean adjective = // "from French suppliers"
                    text.substring(m.end()).matches("(?s)^ \\p{Ll}.*")
                            && Lexicon.wordnet().adjective(name.toLowerCase(Locale.ROOT)) >= 0;
            if (!known && !adjective && outside(name) && EXCHANGE.matcher(text).find()) {
                Surroundings.add(
                        found,
                        new Found("integration", name, "", start, start + name.length(), 66));
            }
        }
    }

    /** Whether one of the words is no common word, or there are several: a name. */
    private static boolean outside(String name) {
        String[] words = name.split(" ");
        Lexicon lexicon = Lexicon.wordnet();
        boolean unknown = false;
        for (String word : words) {
            Lexicon.Noun noun = lexicon.noun(word.toLowerCase(Locale.ROOT)).orElse(null);
            if (noun != null
                    && noun.files().stream().anyMatch(f -> f.matches("location|time"))
                    && words.length == 1) {
                return false;
            }
            unknown |= noun == null || word.matches("\\p{Lu}{3,}");
        }
        return (unknown || words.length > 2)
                && !name.matches(
                        "(?:REST|HTTP|HTTPS|JSON|XML|CSV|PDF|API|SQL|GDPR|UTC|GMT|CET|ISO|IT|AI|ID|OK|FAQ|VAT|REQ|USB|LAN|VPN|TLS|SSL|PIN|QR|URL|GPS|CEO|CFO|CTO|HR|PR|TV|PC|SMS|MMS|GB|MB|TB|KB)s?");
    }
}
