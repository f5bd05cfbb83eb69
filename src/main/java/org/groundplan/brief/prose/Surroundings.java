package org.groundplan.brief.prose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is around the system: other systems and channels, technologies, places, laws, people who
 * build it. Products and laws are known by name; anything else by the words around it.
 */
final class Surroundings {
    /** Well-known services and what one uses them for. */
    private static final Map<String, String> PRODUCTS = new LinkedHashMap<>();

    static {
        put(
                "payment",
                "stripe, adyen, paypal, worldpay, braintree, klarna, mollie, square, checkout.com, sumup, twint, datatrans, payu, gocardless, payone, przelewy24, mangopay, razorpay, vipps, mobilepay, swish");
        put("sms", "twilio, vonage, messagebird, nexmo");
        put("email", "sendgrid, mailgun, mailchimp, postmark, amazon ses");
        put("identity", "okta, auth0, keycloak, entra, azure ad, active directory, ldap, cognito");
        put(
                "accounting",
                "netsuite, xero, quickbooks, sage, datev, sap, oracle financials, dynamics, visma, fortnox, lexoffice, bexio, odoo, exact online, lexware, abacus, navision");
        put("crm", "salesforce, hubspot, zendesk");
        put("maps", "google maps, mapbox, openstreetmap");
        put("chat", "slack, whatsapp, telegram, microsoft teams");
        put("calendar", "google calendar, outlook");
        put("shop", "shopify, magento, woocommerce");
        put("video", "zoom, google meet, webex");
        put("signature", "docusign, adobe sign, skribble");
        put("shipping", "dhl, ups, fedex, dpd, gls, postnord, usps");
        put("travel", "booking.com, airbnb, expedia, amadeus, sabre");
        put("files", "sharepoint, dropbox, google drive, onedrive");
        put("screening", "experian, equifax, schufa, onfido, jumio, veriff, plaid");
        put("alerting", "pagerduty, opsgenie");
        put("issues", "servicenow, jira");
    }

    private static void put(String purpose, String names) {
        for (String name : names.split(", ")) {
            PRODUCTS.put(name, purpose);
        }
    }

    private static final Map<String, String> CHANNELS =
            Map.of(
                    "e-?mails?|mails? out|by mail", "email",
                    "sms|text messages?|texts? (?:to|from)|by text", "sms",
                    "push notifications?|push messages?", "push",
                    "(?:credit |debit |payment )?cards?(?! (?:data|number))|card payments?|pay(?:s|ing)? online",
                            "payment",
                    "single sign-?on|sso\\b|saml|openid|identity provider|(?:sign|log)(?:ing)?[- ]in (?:with|through|via|by)",
                            "identity");

    static final String LANGUAGES =
            "java|kotlin|go|golang|python|typescript|javascript|node(?:\\.js)?|c#|\\.net|php|ruby|rails|rust|scala|elixir|erlang|swift|clojure|perl|c\\+\\+|haskell|django|spring|laravel";
    private static final String PRODUCTS_USED =
            "postgresql|postgres|mysql|mariadb|oracle|sql server|mongodb|redis|kafka|rabbitmq|elasticsearch|opensearch|cassandra|dynamodb|sqlite|linux|windows server|docker|terraform|nats|graphql|grpc";
    private static final String CLOUDS =
            "aws|amazon web services|azure|gcp|google cloud(?: platform)?|hetzner|digitalocean|ovh|exoscale|kubernetes|openshift|on-?premises?|on-?prem|(?:our|their) own (?:servers?|data ?cent(?:re|er)s?|cellar|basement|hardware|machines?|racks?|rooms?)|no public cloud|in (?:our|the) (?:own )?(?:basement|cellar|server room|plant)|any cloud|no cloud|bare metal";
    private static final String LAWS =
            "gdpr|uk gdpr|dsgvo|hipaa|pci(?:[- ]dss)?|soc ?2(?: type (?:ii|2|i|1))?|iso ?27001|ccpa|glba|ferpa|coppa|sox|psd2|dora|nis2|wcag(?: 2(?:\\.\\d)?(?: aa+)?)?|e-money (?:licence|license)|banking (?:licence|license)|fda 21 cfr part 11|mifid(?: ii)?|aml|kyc|fedramp|lgpd|fadp|nDSG|ada|section 508|accessibility (?:rules|act|law)|data protection act|(?:iso|iec|en|din|nen|bs|astm)(?:/iec)? \\d{2,6}(?:-\\d+)*|(?:[\\p{L}-]+ ){1,3}(?:act|regulation|directive)(?= (?:demands|requires|applies|says|asks))|(?!(?:by|the|this|that|under|any|such|some|a|no|european) )[\\p{L}-]+ (?:law|assessment)(?! (?:firm|school))";
    private static final Pattern PLACE = places();
    private static final Pattern DEADLINE =
            Pattern.compile(
                    "(?i)\\b(?:go(?:es)? live|go-live is|launch(?:es)?|(?:be|being|is|one) (?:ready|built|finished|running|launched|live|in use)|live) (?:before|by|in|on|for|from) (?:the (?:end of )?|next )?(?:[\\p{L}\\d]+ ){0,3}?(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|easter|christmas|year|quarter|season|harvest|sale|fair|opening|[\\p{L}]+ opens)\\b");

    /**
     * @param kind integration, technology, cloud, place, compliance, staffing
     * @param value lower-case words
     * @param purpose of an integration, or empty
     */
    record Found(String kind, String value, String purpose, int start, int end, int sure) {}

    private Surroundings() {}

    /** Whether words name a day by which it must be there. */
    static boolean deadline(String words) {
        return DEADLINE.matcher(words).find();
    }

    /** The purpose of a well-known service, or nothing. */
    static String product(String words) {
        String plain = words.toLowerCase(Locale.ROOT).replaceFirst("^(?:the|our|an?) ", "");
        return PRODUCTS.getOrDefault(plain, "");
    }

    static List<Found> of(Told told) {
        Sentence sentence = told.sentence();
        String text = sentence.text();
        List<Found> found = new ArrayList<>();
        if (sentence.kind() == Sentence.Kind.CODE) {
            return found;
        }
        PRODUCTS.forEach((name, purpose) -> {
            Matcher m = Pattern.compile("(?i)\\b" + Pattern.quote(name) + "\\b").matcher(text);
            while (m.find()) {
                boolean proper = Character.isUpperCase(text.charAt(m.start()));
                if (proper && !name.matches("square|sage|slack|outlook|zoom|swish|sabre")
                        || proper && m.start() > 0) {
                    add(
                            found,
                            new Found("integration", m.group(), purpose, m.start(), m.end(), 92));
                }
            }
        });
        CHANNELS.forEach((words, purpose) -> {
            Matcher m = Pattern.compile("(?i)\\b(?:" + words + ")").matcher(text);
            while (m.find()) {
                String before = text.substring(0, m.start());
                String after = text.substring(m.end());
                if (channel(purpose, m.group(), before, after)) {
                    add(
                            found,
                            new Found(
                                    "integration",
                                    channelName(purpose),
                                    purpose,
                                    m.start(),
                                    m.end(),
                                    purpose.equals("payment")
                                                    && !before.matches(
                                                            "(?is).*\\b(?:pay\\w*|paid|by|for|with|handles?)\\s+(?:the )?$")
                                            ? 55
                                            : 88));
                }
            }
        });
        OtherSystems.described(text, found);
        words(text, LANGUAGES, "technology", found);
        words(text, PRODUCTS_USED, "technology", found);
        words(text, CLOUDS, "cloud", found);
        words(text, LAWS, "compliance", found);
        found.removeIf(f ->
                f.kind().equals("compliance")
                        && text.substring(0, f.start())
                                .matches("(?is).*\\b(?:over|via|speaks?) $"));
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            boolean us =
                    !place.group().equals("US")
                            || !text.substring(place.end()).matches("(?s)^[a-z].*");
            boolean language =
                    text.substring(place.end()).matches("(?is)^ (?:language|dollars?).*");
            if (us && !language) {
                add(
                        found,
                        new Found(
                                "place",
                                place.group().toLowerCase(Locale.ROOT),
                                "",
                                place.start(),
                                place.end(),
                                85));
            }
        }
        Matcher region =
                Pattern.compile(
                                "(?i)\\b(?:two|three|several|one|\\d) (?:\\p{L}+ )?(?:regions?|data ?cent(?:re|er)s|availability zones?|countries|sites)\\b")
                        .matcher(text);
        while (region.find()) {
            add(
                    found,
                    new Found(
                            "place",
                            region.group().toLowerCase(Locale.ROOT),
                            "",
                            region.start(),
                            region.end(),
                            80));
        }
        Matcher date = DEADLINE.matcher(text);
        while (date.find()) {
            add(
                    found,
                    new Found(
                            "deadline",
                            date.group().toLowerCase(Locale.ROOT),
                            "",
                            date.start(),
                            date.end(),
                            80));
        }
        OtherSystems.named(text, found);
        staffing(text, found);
        found.sort(java.util.Comparator.comparingInt(Found::start).thenComparing(Found::kind));
        return found;
    }

    private static boolean channel(String purpose, String word, String before, String after) {
        if (after.matches(
                        "(?is)^[ -](?:address|addresses|id|ids|account|accounts|number|numbers|and password|or phone)\\b.*")
                || before.matches(
                                "(?is).*\\b(?:their|my|his|her|your|name,|customer's|contact) (?:address, )?$")
                        && purpose.equals("email")
                        && !after.matches("(?is)^ as .*")) {
            return false;
        }
        if (purpose.equals("payment")) {
            boolean money =
                    before.matches(
                                    "(?is).*\\b(?:pay\\w*|paid|charge\\w*|credit|debit|bank|stripe|adyen|worldpay|paypal|refund\\w*|money back on)\\b.*")
                            || word.matches("(?i)(?:credit|debit|payment|card pay).*")
                            || after.matches("(?is)^ (?:payments?|provider|processor)\\b.*");
            return money
                    && !before.matches(
                            "(?is).*\\b(?:library|member|membership|travel|id|index|score|time)[- ]$");
        }
        return true;
    }

    static String channelName(String purpose) {
        return switch (purpose) {
            case "email" -> "Mail";
            case "sms" -> "SMS";
            case "push" -> "Push notifications";
            case "payment" -> "Payment provider";
            default -> "Identity provider";
        };
    }

    private static void words(String text, String list, String kind, List<Found> found) {
        Matcher m =
                Pattern.compile(
                                "(?<![\\p{L}\\p{N}.])(?:" + list + ")(?![\\p{L}\\p{N}])",
                                Pattern.CASE_INSENSITIVE)
                        .matcher(text);
        while (m.find()) {
            String word = m.group();
            boolean plainWord =
                    word.matches(
                            "go|swift|rust|ruby|perl|node|oracle|spring|rails|docker|ada|aml|clojure|java|dora|square");
            if (plainWord
                    || word.equalsIgnoreCase("Go") && !word.equals("Go")
                    || word.equals("Go")
                            && !text.matches(
                                    "(?s).*(?:\\bGo[,;.]| and Go\\b|\\b(?:in|on|know|knows|of|with|,) Go\\b).*")
                    || word.equals("Spring") && !text.matches("(?s).*\\bJava\\b.*")) {
                continue;
            }
            boolean not =
                    text.substring(m.end())
                                    .matches(
                                            "(?is)^ (?:does|do|is|are) not (?:apply|needed|required|relevant)\\b.*")
                            || text.substring(0, m.start()).matches("(?is).*\\b(?:not|no) $");
            add(
                    found,
                    new Found(
                            kind,
                            (not ? "not " : "") + word.toLowerCase(Locale.ROOT),
                            "",
                            m.start(),
                            m.end(),
                            93));
        }
    }

    private static void staffing(String text, List<Found> found) {
        Matcher m =
                Pattern.compile(
                                "(?i)\\b(?:nobody|no one|no-one) (?:is )?(?:for operations|on call|on duty|to (?:operate|run) it|who (?:operates|can))[\\p{L} ]*|\\bpart[- ]time\\b|\\bnobody (?:at night|on weekends?)|\\b(?:no|one|an?|two|three|\\d+) (?:operations|ops|devops|platform) (?:team|people|person|engineers?)\\b|\\bvolunteers? (?:look|looks|maintain|maintains|run|runs|who)[\\p{L} ]*")
                        .matcher(text);
        while (m.find()) {
            add(
                    found,
                    new Found(
                            "staffing",
                            m.group().toLowerCase(Locale.ROOT).strip(),
                            "",
                            m.start(),
                            m.start() + m.group().stripTrailing().length(),
                            85));
        }
    }

    static void add(List<Found> found, Found f) {
        boolean held =
                found.stream()
                        .anyMatch(o ->
                                o.kind().equals(f.kind())
                                        && o.start() <= f.start()
                                        && o.end() >= f.end());
        if (held) {
            return;
        }
        found.removeIf(
                o -> o.kind().equals(f.kind()) && f.start() <= o.start() && f.end() >= o.end());
        found.add(f);
    }

    /** Names of countries as the Java runtime knows them, and some groups of them. */
    private static Pattern places() {
        List<String> names =
                new ArrayList<>(
                        List.of(
                                "EU",
                                "EEA",
                                "UK",
                                "US",
                                "USA",
                                "U\\.S\\.",
                                "European Union",
                                "United States",
                                "United Kingdom",
                                "Europe",
                                "North America",
                                "South America",
                                "Asia",
                                "Africa",
                                "Australia",
                                "Great Britain",
                                "England",
                                "Scotland",
                                "Wales",
                                "Ireland",
                                "DACH",
                                "APAC"));
        for (String code : Locale.getISOCountries()) {
            String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
            if (name.length() > 3
                    && !name.matches(
                            "Jersey|Turkey|Chad|Jordan|Georgia|Guinea|Mali|Togo|Cuba|Niger|Oman|Peru")) {
                names.add(Pattern.quote(name));
            }
        }
        names.sort(
                java.util.Comparator.comparingInt(String::length)
                        .reversed()
                        .thenComparing(java.util.Comparator.naturalOrder()));
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + String.join("|", names) + ")(?![\\p{L}\\p{N}])");
    }
}
